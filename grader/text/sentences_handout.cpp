// What `lab handouts` reports about the handouts. Each finding ends with the next thing to try.
#include "text/catalogue.h"

namespace lab::text {
namespace {

constexpr Sentence kSentences[] = {
    {"handout_fresh", "{file}: up to date.", "{file}: 최신입니다."},
    {"handout_written", "{file}: written.", "{file}: 새로 저장했습니다."},
    {"handout_stale",
     "{file}:{line}: the content shown here is out of date: {what}. Run lab handouts --update, and reread the text around it.",
     "{file}:{line}: 여기에 표시된 내용이 더는 맞지 않습니다: {what}. lab handouts --update를 실행하고, 앞뒤의 글도 다시 읽어 보세요."},
    {"handout_stale_line", "  The first different line was \"{was}\" and is now \"{is}\".",
     "  처음으로 달라진 줄은 \"{was}\"였는데, 지금은 \"{is}\"입니다."},
    {"handout_figure_missing", "{file} links to {name}, which does not exist. Run lab handouts --update first.",
     "{file}에 {name}의 링크가 있지만 그 파일이 없습니다. 먼저 lab handouts --update를 실행하세요."},
    {"handout_site_made", "Wrote {count} pages to {folder}. Open {index} in a browser; no network is needed.",
     "페이지 {count}개를 {folder}에 만들었습니다. 브라우저에서 {index}을/를 여세요. 네트워크는 필요 없습니다."},
    {"handout_site_there", "The handouts in this kit are already pages. Open {index} in a browser; no network is needed.",
     "이 키트의 핸드아웃은 이미 페이지로 만들어져 있습니다. 브라우저에서 {index}을/를 여세요. 네트워크는 필요 없습니다."},
    {"handout_site_whole",
     "The pages link to each other, so they are always written together. Omit the numbers, or add --check or --update.",
     "페이지가 서로 링크되어 있으므로 한꺼번에 만듭니다. 번호를 빼거나, --check나 --update를 붙이세요."},
    {"handout_site_foreign",
     "{file} was not written by lab handouts, so it was left unchanged, and no page was written. Choose another folder with --out.",
     "{file}은/는 lab handouts로 만든 파일이 아니어서 그대로 두었고, 페이지도 만들지 않았습니다. --out으로 다른 폴더를 지정하세요."},
    {"handout_site_no_folder", "Cannot use {folder} as a folder for the pages ({detail}). Choose another one with --out.",
     "{folder}에 페이지를 저장할 폴더를 만들 수 없습니다({detail}). --out으로 다른 폴더를 지정하세요."},

    // Text around a page in a browser
    {"site_contents", "On this page", "이 페이지의 목차"},
    {"site_skip", "Skip to the text", "본문으로 건너뛰기"},
    {"site_index", "All handouts", "모든 핸드아웃"},
    {"site_pages", "Pages", "페이지 이동"},
    {"site_neighbours", "Previous and next page", "이전 페이지와 다음 페이지"},
    {"site_previous", "Previous", "이전"},
    {"site_next", "Next", "다음"},
    {"site_before", "Previous: {title}", "이전: {title}"},
    {"site_after", "Next: {title}", "다음: {title}"},
    {"site_figure", "Figure; scroll sideways on a narrow screen", "그림. 좁은 화면에서는 옆으로 밀어서 볼 수 있습니다"},
    {"site_wide", "Scroll sideways on a narrow screen", "좁은 화면에서는 옆으로 밀어서 볼 수 있습니다"},
    {"site_run", "Step through this run", "이 실행을 한 단계씩 보기"},
    {"site_copy", "Copy", "복사"},
    {"site_copied", "Copied", "복사했습니다"},

    {"handout_no_index", "{file} is missing: the order of its links is the order of the pages. Write it, with a link to each page.",
     "{file}이/가 없습니다. 이 파일의 링크 순서대로 페이지를 읽게 됩니다. 모든 페이지로 가는 링크를 넣어 작성하세요."},
    {"handout_no_pages", "There is no handout \"{name}\" in {folder}. Use a name such as 05 or lan, or no name for all of them.",
     "{folder}에 \"{name}\" 핸드아웃이 없습니다. 05나 lan 같은 이름을 쓰거나, 모두 보려면 이름을 빼세요."},
    {"handout_one_language", "{file}: the page in the other language is missing. Write {other}, too.",
     "{file}: 다른 언어로 된 페이지가 없습니다. {other}도 작성하세요."},

    // A page that cannot be read
    {"handout_no_block",
     "{file}:{line}: a comment that begins with \"shown:\" must end on the same line, followed by a code block on the next line. Put the "
     "lines ``` and ``` below it.",
     "{file}:{line}: \"shown:\"으로 시작하는 주석은 그 줄에서 끝나야 하고, 바로 다음 줄에서 코드 블록이 시작되어야 합니다. 아래에 ``` 두 "
     "줄을 넣으세요."},
    {"handout_no_figure",
     "{file}:{line}: the next line must be an image link with alternative text. Write ![what the image shows]() there; lab handouts "
     "--update fills in the rest.",
     "{file}:{line}: 바로 다음 줄에는 대체 텍스트가 있는 그림 링크가 와야 합니다. ![그림의 내용]()이라고 쓰면 나머지는 lab handouts "
     "--update가 채웁니다."},
    {"handout_open_block", "{file}:{line}: the code block after this comment does not end. Put a line ``` after it.",
     "{file}:{line}: 이 주석 다음의 코드 블록이 끝나지 않습니다. 블록 뒤에 ``` 줄을 넣으세요."},
    {"handout_unknown_kind",
     "{file}:{line}: unknown kind of content: {what}. Use output, errors, report, words, json, score, timeline, figure, failure, calls, "
     "code or sample (grader/cli/shown.h says what follows them).",
     "{file}:{line}: 알 수 없는 내용 종류입니다: {what}. output, errors, report, words, json, score, timeline, figure, failure, calls, "
     "code, sample 가운데 하나를 쓰세요(뒤에 올 것은 grader/cli/shown.h에 있습니다)."},
    {"handout_not_there", "{file}:{line}: {name} does not exist, so it cannot be shown. Correct the name, or remove the block.",
     "{file}:{line}: {name}이/가 없어서 표시할 수 없습니다. 이름을 고치거나 블록을 지우세요."},
    {"handout_no_todo", "{file} has no TODO {number}. Correct the number, or the source.",
     "{file}에는 TODO {number}이/가 없습니다. 번호나 소스를 고치세요."},
    {"handout_no_part",
     "{file} has no part \"{name}\" that ends. Put the lines //[part {name}] and //[end] around the code to show, or correct the name.",
     "{file}에는 \"{name}\" 부분이 없거나 그 부분의 끝이 없습니다. 표시할 코드의 앞뒤에 //[part {name}]과 //[end] 줄을 넣거나 이름을 "
     "고치세요."},
    {"handout_sample_failed", "The sample {name} cannot be shown: {detail} Fix handouts/samples/{name}.cpp.",
     "예제 {name}을/를 표시할 수 없습니다: {detail} handouts/samples/{name}.cpp를 고치세요."},

    // Mistakes in a page
    {"handout_wrong_step",
     "{file}:{line}: found step {step} instead of step {expected} of {steps}. Number the steps like the TODOs in the stub.",
     "{file}:{line}: {expected}단계(모두 {steps}단계)가 올 자리에 {step}단계가 있습니다. 골격 코드의 TODO와 같은 번호를 매기세요."},
    {"handout_missing_step", "{file}:{line}: step {step} is missing after this section. Write one for each TODO in the stub.",
     "{file}:{line}: 이 절 뒤에 {step}단계가 없습니다. 골격 코드의 TODO마다 한 단계씩 쓰세요."},
    {"handout_step_without_code",
     "{file}:{line}: step {step} does not show its TODO. Put <!-- shown: code labs/{folder}/PROGRAM.cpp {step} --> and a code block below "
     "it.",
     "{file}:{line}: {step}단계에 TODO가 없습니다. <!-- shown: code labs/{folder}/PROGRAM.cpp {step} --> 주석과 코드 블록을 넣으세요."},
    {"handout_unknown_check", "{file}:{line}: this section names {check}, which is not a check. Correct the name.",
     "{file}:{line}: 이 절에 나오는 {check}이라는/라는 검사는 없습니다. 이름을 고치세요."},
    {"handout_check_unnamed", "{file}:{line}: {check} belongs to step {step}, which does not name it. Name it there, in backticks.",
     "{file}:{line}: {check}은/는 {step}단계의 검사인데 그 단계에 나오지 않습니다. 그 단계에 검사 이름을 백틱으로 감싸 적으세요."},
    {"handout_typed_block",
     "{file}:{line}: this code block or picture has no shown: comment. Put a comment before it that says what it shows, or begin the "
     "commands in the block with $ or >.",
     "{file}:{line}: 이 코드 블록이나 그림에는 shown: 주석이 없습니다. 앞에 무엇을 보여 주는지 설명하는 주석을 달거나, 명령을 담은 "
     "블록이라면 각 명령을 $나 >로 시작하세요."},
    {"handout_other_link",
     "{file}:{line}: this section links to {link}, which is not a primary source. Link to Microsoft's own page, with https.",
     "{file}:{line}: 이 절의 링크 {link}은/는 1차 자료가 아닙니다. 마이크로소프트의 문서를 https로 링크하세요."},

    // Differences between the two languages
    {"handout_other_heading",
     "{file}:{line}: this heading is {here}, but {other} has {there}. Give both pages the same headings in the same order.",
     "{file}:{line}: 여기의 제목은 {here}인데 {other}의 제목은 {there}입니다. 두 페이지의 제목을 같은 순서로 맞추세요."},
    {"handout_other_blocks", "{file}:{line}: this section has the code blocks [{here}], but {other} has [{there}]. Show the same in both.",
     "{file}:{line}: 이 절의 코드 블록은 [{here}]인데 {other}에는 [{there}]입니다. 두 페이지에 같은 것을 넣으세요."},
    {"handout_other_checks", "{file}:{line}: this section names the checks [{here}], but {other} names [{there}]. Name the same in both.",
     "{file}:{line}: 이 절에 나오는 검사는 [{here}]인데 {other}에는 [{there}]입니다. 두 페이지에 같은 검사를 적으세요."},
    {"handout_other_links", "{file}:{line}: this section has the links [{here}], but {other} has [{there}]. Give both the same sources.",
     "{file}:{line}: 이 절의 링크는 [{here}]인데 {other}에는 [{there}]입니다. 두 페이지의 출처를 맞추세요."},
    {"handout_other_items",
     "{file}:{line}: this section has {here} list items and table rows, but {other} has {there}. Give both the same content.",
     "{file}:{line}: 이 절의 목록 항목과 표의 행은 {here}개인데 {other}에는 {there}개입니다. 두 페이지의 내용을 맞추세요."},
    {"handout_other_length", "{file}:{line}: this page has {here} headings, but {other} has {there}. Add what is missing.",
     "{file}:{line}: 이 페이지의 제목은 {here}개인데 {other}의 제목은 {there}개입니다. 빠진 내용을 쓰세요."},
};

}  // namespace

std::span<const Sentence> handout_sentences() { return kSentences; }

}  // namespace lab::text
