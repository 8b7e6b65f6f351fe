// The table of a run beside a correct program's. The data is what report/against_data.h describes. ASCII only (embed.cmake).
'use strict';
// `own`: the run's words by record. `moment_of`: a record's moment, undefined for none. `name_of`: a program's name. `wrong`: the checks that
// failed, by record. The rest makes nodes (step.js).
function against_table({rows, first}, own, {moment_of, name_of, wrong}, {make, say, word}) {
  const SAME = 0, THEN_DIFFERS = 4, NOT_COMPARED = 5, EARLIER = 6, LATER = 7;  // replay::Row::Mark
  const IN_WORDS = {[THEN_DIFFERS]: 'then-differs', [EARLIER]: 'earlier', [LATER]: 'later'};
  const several_call = new Set(rows.map(([, , , program]) => program)).size > 1;

  function other(record, correct, mark) {
    if (correct === null) return [word(mark === NOT_COMPARED ? 'not-compared' : 'nothing')];
    if (IN_WORDS[mark]) return [word(IN_WORDS[mark])];
    if (mark !== SAME) return [say(correct)];
    // Arguments may differ without making a difference.
    return JSON.stringify(correct) === JSON.stringify(own[record]) ? [word('same')] : [word('may-differ'), ' ', say(correct)];
  }

  const body = make('tbody');
  rows.forEach(([call, correct, mark, program, times], index) => {
    const record = 'c' + call, records = call < 0 ? [] : Array.from({length: times}, (_, i) => 'c' + (call + i));
    const who = () => several_call ? make('span', 'who', name_of(program) + ': ') : null;
    const checks = [...new Set(records.filter((one) => wrong.has(one)).map((one) => wrong.get(one)))].join(', ');
    const row = make('tr', index === first ? 'first' : mark === SAME || mark === NOT_COMPARED ? 'same' : 'differs',
      make('td', '', index === first ? make('strong', '', word('first-difference')) : null,
        checks ? make('strong', 'why', word('wrong'), ' ' + checks) : null,
        ...(call < 0 ? [word('nothing')] : [who(), say(own[record] || ''), times > 1 ? ' \u00d7 ' + times.toLocaleString('en') : null])),
      make('td', '', call < 0 ? who() : null, ...other(record, correct, mark)));
    const at = records.map(moment_of).find((one) => one !== undefined);
    if (at !== undefined) Object.assign(row.dataset, {at, call, times});
    body.append(row);
  });
  const heads = ['yours', 'correct'].map((name) => Object.assign(make('th', '', word(name)), {scope: 'col'}));
  return make('table', '', make('thead', '', make('tr', '', ...heads)), body);
}
