// The table of a run beside a correct program's. The data is what report/against_data.h describes. ASCII only (embed.cmake).
'use strict';
// `own`: the run's words by record. `moment_of`: a record's moment, undefined for none. The rest makes nodes (step.js).
function against_table({rows, first}, own, moment_of, {make, say, word}) {
  const SAME = 0, THEN_DIFFERS = 4, NOT_COMPARED = 5;  // replay::Row::Mark

  function other(record, correct, mark) {
    if (correct === null) return [word(mark === NOT_COMPARED ? 'not-compared' : 'nothing')];
    if (mark === THEN_DIFFERS) return [word('then-differs')];
    if (mark !== SAME) return [say(correct)];
    // Arguments may differ without making a difference.
    return JSON.stringify(correct) === JSON.stringify(own[record]) ? [word('same')] : [word('may-differ'), ' ', say(correct)];
  }

  const body = make('tbody');
  rows.forEach(([call, correct, mark], index) => {
    const record = 'c' + call, words = call < 0 ? word('nothing') : say(own[record] || '');
    const heading = index === first ? make('strong', '', word('first-difference')) : null;
    const row = make('tr', index === first ? 'first' : mark === SAME || mark === NOT_COMPARED ? 'same' : 'differs',
      make('td', '', heading, words), make('td', '', ...other(record, correct, mark)));
    const at = moment_of(record);
    if (at !== undefined) row.dataset.at = at;
    body.append(row);
  });
  const heads = ['yours', 'correct'].map((name) => Object.assign(make('th', '', word(name)), {scope: 'col'}));
  return make('table', '', make('thead', '', make('tr', '', ...heads)), body);
}
