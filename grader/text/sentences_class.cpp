// What is found in what a class handed in, and what `lab class` says. {names} are the first few of {count} files.
#include "text/catalogue.h"

namespace lab::text {
namespace {

constexpr Sentence kSentences[] = {
    {"class_no_download", "{file} is not an archive that can be read. Unpack it yourself and give the folder.",
     "{file}은/는 읽을 수 있는 압축 파일이 아닙니다. 직접 풀어서 그 폴더를 지정하세요."},
    {"class_nothing",
     "{folder} contains no hand-in: neither a folder nor an archive for a student, nor a platform's download. Check the path.",
     "{folder}에는 제출물이 없습니다. 학생별 폴더나 압축 파일도, 플랫폼에서 내려받은 파일도 없습니다. 경로를 확인하세요."},
    {"class_reading", "reading the hand-ins", "제출물을 읽는 중"},
    {"class_late", "late", "늦음"},
    {"class_attempt", "attempt {number}", "{number}번째 제출"},
    {"class_program_source", "{program}: source", "{program}: 소스"},
    {"class_program_exe", "{program}: .exe", "{program}: .exe 파일"},
    {"class_program_two_sources", "{program}: two sources ({names})", "{program}: 소스가 둘({names})"},
    {"class_program_two_programs", "{program}: two .exe files ({names})", "{program}: .exe 파일이 둘({names})"},
    {"class_program_other_name", "{program}: perhaps {file}", "{program}: {file}일 수 있음"},
    {"class_program_not_gradable", "{program}: not a program that can be judged ({file})", "{program}: 채점할 수 없는 파일({file})"},
    {"class_program_missing", "{program}: not found", "{program}: 없음"},
    {"class_no_programs", "No program of a lab was found among: {files}.", "다음 파일 중에 실습 프로그램이 없습니다: {files}"},
    {"class_summary", "{students} student{students:s}, {late} late; {empty} without a program of a lab; {found} with something to look at.",
     "학생 {students}명, 늦은 제출 {late}명, 실습 프로그램이 없는 학생 {empty}명, 살펴볼 것이 있는 학생 {found}명."},
    {"class_loose_file", "{count} file{count:s} of no known student: {names}. Put each student's files into a folder or an archive.",
     "어느 학생의 것인지 알 수 없는 파일이 {count}개 있습니다: {names}. 학생마다 파일을 폴더나 압축 파일에 넣으세요."},
    {"class_does_not_count", "Another submission counts instead of {names}.", "다른 제출물을 채점합니다. 채점하지 않은 것: {names}"},
    {"class_link", "{count} link{count:s} not followed: {names}.", "링크 {count}개는 따라가지 않았습니다: {names}"},
    {"class_special", "Left out, because it is neither a file nor a folder ({count}): {names}.",
     "파일도 폴더도 아니어서 뺀 것이 {count}개 있습니다: {names}"},
    {"class_escapes", "{count} file{count:s} left out, because the path leads out of the archive's folder: {names}.",
     "압축을 푸는 폴더 밖을 가리켜서 뺀 파일이 {count}개 있습니다: {names}"},
    {"class_name_unreadable", "{count} file{count:s} left out, because the name in the archive cannot be read: {names}.",
     "압축 파일에 적힌 이름을 읽을 수 없어서 뺀 파일이 {count}개 있습니다: {names}"},
    {"class_encrypted", "{count} file{count:s} left out, because a password protects the archive: {names}. Ask for a copy without one.",
     "암호가 걸려 있어서 뺀 파일이 {count}개 있습니다: {names}. 암호가 없는 파일을 받으세요."},
    {"class_too_large", "{count} file{count:s} left out, because the size exceeds the limit: {names}.",
     "크기 제한을 넘어서 뺀 파일이 {count}개 있습니다: {names}"},
    {"class_too_many_files", "Too many files: {names} and what follows was left out.", "파일이 너무 많습니다. {names}부터는 뺐습니다."},
    {"class_too_deep", "{count} folder{count:s} or file{count:s} left out, because they lie too deep: {names}.",
     "너무 깊은 곳에 있어서 뺀 폴더나 파일이 {count}개 있습니다: {names}"},
    {"class_nested_too_deep", "{count} archive{count:s} not unpacked, because of too many archives in archives: {names}.",
     "압축 파일 안에 압축 파일이 너무 많아서 {count}개는 풀지 않았습니다: {names}"},
    {"class_stopped", "An archive expands to more than the limit; the rest of it was left out: {names}.",
     "압축을 풀면 크기 제한을 넘는 압축 파일이 있어서 나머지는 뺐습니다: {names}"},
    {"class_archive_unreadable", "{count} unreadable archive{count:s}: {names}. Ask for a .zip file, or unpack it yourself.",
     "읽을 수 없는 압축 파일이 {count}개 있습니다: {names}. .zip 파일로 다시 받거나 직접 푸세요."},
    {"class_archive_damaged", "{count} damaged archive{count:s}, of which only the beginning could be read: {names}.",
     "손상되어 앞부분만 읽은 압축 파일이 {count}개 있습니다: {names}"},
    {"class_file_damaged", "{count} file{count:s} left out, because the archive is damaged there: {names}.",
     "압축 파일이 손상되어 뺀 파일이 {count}개 있습니다: {names}"},
    {"class_not_written", "{count} file{count:s} could not be written: {names}.", "쓰지 못한 파일이 {count}개 있습니다: {names}"},
    {"class_not_read", "{count} file{count:s} or folder{count:s} could not be read: {names}.",
     "읽지 못한 파일이나 폴더가 {count}개 있습니다: {names}"},
    {"class_renamed", "{count} name{count:s} changed, because of characters that not every system takes: {names}.",
     "일부 시스템에서 쓸 수 없는 글자가 있어서 이름을 바꾼 것이 {count}개 있습니다: {names}"},
    {"class_grading", "grading the class", "한 반을 채점하는 중"},
    {"class_graded", "{graded} graded now, {kept} as they were, {left} not graded. The grades: {file}",
     "지금 채점 {graded}명, 그대로 둔 결과 {kept}명, 채점하지 못한 것 {left}명. 성적: {file}"},
    {"class_not_graded", "{student} was not graded: {said} Run the same command again; it grades what is left.",
     "{student}: 채점하지 못했습니다: {said} 같은 명령을 다시 실행하면 남은 것만 채점합니다."},
    {"class_list_or_out", "Say what to do with the class: --list shows what was handed in; --out FOLDER grades it into that folder.",
     "무엇을 할지 지정하세요. --list는 제출물을 보여 주고, --out FOLDER는 채점해서 그 폴더에 결과를 남깁니다."},
    {"class_empty", "Nothing was handed in.", "제출된 파일이 없습니다."},
};

}  // namespace

std::span<const Sentence> class_sentences() { return kSentences; }

}  // namespace lab::text
