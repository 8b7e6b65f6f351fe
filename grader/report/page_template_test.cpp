// Tests templates: what placeholders become, that only as_html produces markup, and that mistakes in a template are reported.
#include "report/page_template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/page_samples.h"
#include "tests/phrases.h"

namespace lab::report {
namespace {

using tests::said;
using text::Language;

TEST(PageTemplate, EscapesEveryTextThatIsNotMarked) {
  EXPECT_EQ(filled_template("<p title=\"{{name}}\">{{name}}</p>", {{"name", "<b a='b' c=\"d\">&"}}),
            "<p title=\"&lt;b a=&#39;b&#39; c=&quot;d&quot;&gt;&amp;\">&lt;b a=&#39;b&#39; c=&quot;d&quot;&gt;&amp;</p>");
  EXPECT_EQ(filled_template("{{name}}", {{"name", as_html("<b>it</b>")}}), "<b>it</b>");
  EXPECT_EQ(filled_template("{{#list}}{{.}}{{/list}}", {{"list", {"<i>", "\x1b", "{{name}}"}}}), "&lt;i&gt;\\x1b{{name}}");
  EXPECT_EQ(filled_template("{{text}}", {{"text", in_both("<en>", "<ko>")}}),
            "<span lang=\"en\">&lt;en&gt;</span><span lang=\"ko\">&lt;ko&gt;</span>");
}

// A recording's values may be anything that JSON has.
TEST(PageTemplate, NothingThatIsReadFromAFileIsMarkup) {
  for (const char* json : {"\"<script>\"", "{\"en\": \"<script>\", \"ko\": \"<script>\"}", "{\"bytes\": [60, 62], \"subtype\": null}",
                           "[60, 62]", "true", "null", "{}"}) {
    const Values values = {{"value", Values::parse(json)}};
    try {
      EXPECT_THAT(filled_template("{{value}}", values), testing::Not(testing::HasSubstr("<"))) << json;
    } catch (const std::logic_error&) {
      continue;  // no text
    }
  }
}

TEST(PageTemplate, SaysSentencesWithTheValuesOfTheirSection) {
  const Values values = {{"count", 3}, {"inner", {{"count", 2}}}};
  EXPECT_EQ(filled_template("{{say \"page_calls\"}}; {{#inner}}{{say \"page_calls\"}}{{/inner}}", values, Language::kEnglish),
            said("page_calls", {{"count", 3}}) + "; " + said("page_calls", {{"count", 2}}));
  EXPECT_EQ(filled_template("{{say \"step_play\"}}"),
            "<span lang=\"en\">" + said("step_play") + "</span><span lang=\"ko\">" + said("step_play", {}, Language::kKorean) + "</span>");
  EXPECT_EQ(filled_template("{{text}}", {{"text", in_both("one", "하나")}}, Language::kKorean), "하나");
}

TEST(PageTemplate, RepeatsASectionAndLeavesItOut) {
  const Values rows = {{{"name", "a"}, {"last", false}}, {{"name", "b"}, {"last", true}}};
  const char* const kRows =
      "<ul>\n{{#rows}}\n<li>{{of}}: {{name}}{{^last}},{{/last}}</li>\n{{/rows}}\n{{^rows}}\n<li>none</li>\n{{/rows}}\n</ul>\n";
  EXPECT_EQ(filled_template(kRows, {{"of", 7}, {"rows", rows}}), "<ul>\n<li>7: a,</li>\n<li>7: b</li>\n</ul>\n");
  EXPECT_EQ(filled_template(kRows, {{"rows", Values::array()}}), "<ul>\n<li>none</li>\n</ul>\n");
  for (const Values& nothing : {Values(), Values(false), Values(0), Values(""), as_html(""), Values::array(), Values::object()})
    EXPECT_EQ(filled_template("{{#it}}yes{{/it}}{{^it}}no{{/it}}", {{"it", nothing}}), "no") << nothing;
  for (const Values& something : {Values(true), Values(1), Values("x"), as_html("x"), in_both("", "")})
    EXPECT_EQ(filled_template("{{#it}}yes{{/it}}{{^it}}no{{/it}}", {{"it", something}}), "yes") << something;
}

TEST(PageTemplate, ReportsMistakes) {
  EXPECT_EQ(filled_template("nothing"), "nothing");
  for (const char* wrong : {"{{unknown}}", "{{#unknown}}{{/unknown}}", "{{^unknown}}{{/unknown}}", "{{#open}}", "{{/open}}", "{{open",
                            "{{object}}", "{{say \"no_such_sentence\"}}", "{{say \"page_calls\"}}"})
    EXPECT_THROW(filled_template(wrong, {{"open", true}, {"object", Values::object()}}), std::logic_error) << wrong;
}

TEST(PageTemplate, ThePagesLeaveNoPlaceUnfilled) {
  for (const std::string& page : {sample_page(), hostile_page(), large_page(4), html({race()}, {})})
    EXPECT_THAT(page, testing::Not(testing::HasSubstr("{{")));
}

}  // namespace
}  // namespace lab::report
