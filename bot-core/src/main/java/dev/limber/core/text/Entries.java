package dev.limber.core.text;

import dev.limber.core.text.Vocabulary.RoutineWords;
import java.util.List;
import java.util.function.BiConsumer;

/** Goes through all phrases of a vocabulary with what each stands for. */
final class Entries {
    private final Vocabulary vocabulary;

    Entries(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void forEach(BiConsumer<String, Meaning> action) {
        vocabulary.intents().forEach((intent, sayings) -> {
            each(sayings.alone(), new Meaning.Command(intent, false), action);
            each(sayings.within(), new Meaning.Command(intent, true), action);
        });
        int rank = 0;
        for (RoutineWords words : vocabulary.routines().values()) {
            each(words.names(), new Meaning.Name(rank), action);
            each(words.wishes(), new Meaning.Wish(rank), action);
            rank++;
        }
        vocabulary.conditions().forEach((id, words) -> each(words, new Meaning.Named(id), action));
        each(vocabulary.ignored().fillers(), new Meaning.Filler(), action);
        each(vocabulary.ignored().asks(), new Meaning.Ask(), action);
        each(vocabulary.negators().before(), new Meaning.NegatorBefore(), action);
        each(vocabulary.negators().after(), new Meaning.NegatorAfter(), action);
        each(vocabulary.feelings().allWell(), new Meaning.AllWell(), action);
        each(vocabulary.feelings().complaints(), new Meaning.Complaint(), action);
        each(vocabulary.feelings().aches(), new Meaning.Ache(), action);
        each(vocabulary.feelings().alarms(), new Meaning.Alarm(), action);
        each(vocabulary.feelings().despair(), new Meaning.Despair(), action);
        each(vocabulary.feelings().exaggerations(), new Meaning.Exaggeration(), action);
    }

    private static void each(List<String> phrases, Meaning meaning, BiConsumer<String, Meaning> action) {
        phrases.forEach(phrase -> action.accept(phrase, meaning));
    }
}
