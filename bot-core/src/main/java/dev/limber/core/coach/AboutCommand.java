package dev.limber.core.coach;

import dev.limber.core.chat.TextStyle;
import dev.limber.core.exercise.ClinicalReview;
import dev.limber.core.exercise.Source;
import dev.limber.core.text.Content;
import java.util.Map;

/** {@code /about}: what Limber is, what it rests on, and what nobody has checked. */
final class AboutCommand implements Command {
    @Override
    public String name() {
        return "about";
    }

    @Override
    public boolean onlyPerson() {
        return false;
    }

    @Override
    public void run(Turn turn, String argument) {
        Content content = turn.context().content();
        Prompt prompt = turn.prompt().title("about.title").list(TextStyle.BODY, "about.lines");
        for (Source source : content.catalog().sources().values().stream()
                .filter(Source::published)
                .toList()) {
            prompt.quiet("about.source", Map.of("author", source.author(), "title", source.title()));
        }
        long reviewed = content.catalog().exercises().values().stream()
                .filter(exercise -> exercise.review() == ClinicalReview.REVIEWED)
                .count();
        int all = content.catalog().exercises().size();
        prompt.list(TextStyle.QUIET, "fact.no-promise")
                .list(TextStyle.QUIET, "fact.how-often")
                .line("about.review", Map.of("reviewed", reviewed, "all", all))
                .quiet("about.version", Map.of("version", content.version().substring(0, 8)))
                .say();
    }
}
