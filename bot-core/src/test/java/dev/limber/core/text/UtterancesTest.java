package dev.limber.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.text.Vocabulary.Feelings;
import dev.limber.core.text.Vocabulary.Ignored;
import dev.limber.core.text.Vocabulary.Negators;
import dev.limber.core.text.Vocabulary.RoutineWords;
import dev.limber.core.text.Vocabulary.Sayings;
import dev.limber.core.text.Vocabulary.Spelling;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtterancesTest {
    private static final RoutineId LOW = new RoutineId("low");
    private static final RoutineId ALL = new RoutineId("all");
    private static final ConditionId KNEES = new ConditionId("knees");
    private static final ConditionId BONES = new ConditionId("bones");
    static final Utterances UTTERANCES = new Utterances(Map.of(Locale.ENGLISH, english(), Locale.GERMAN, german()));

    private static Vocabulary english() {
        var routines = new LinkedHashMap<RoutineId, RoutineWords>();
        routines.put(LOW, new RoutineWords(List.of("lower back"), List.of("lower back ... <stiff>")));
        routines.put(ALL, new RoutineWords(List.of("whole back"), List.of("back ... <stiff>", "no time")));
        return new Vocabulary(
                new Spelling(Map.of(), List.of("hearts")),
                Map.of("hurt", List.of("hurts", "pain", "painful"), "stiff", List.of("stiff", "all tensed up")),
                new Ignored(List.of("please", "ok", "thanks"), List.of("the", "my", "do")),
                new Negators(List.of("not", "no"), List.of()),
                Map.of(
                        Intent.NEXT, new Sayings(List.of("next", "ok", "continue"), List.of("next one")),
                        Intent.BACK, new Sayings(List.of("back", "go back"), List.of()),
                        Intent.STOP, new Sayings(List.of("stop"), List.of("had enough")),
                        Intent.YES, new Sayings(List.of("yes"), List.of()),
                        Intent.NO, new Sayings(List.of("no"), List.of()),
                        Intent.THANKS, new Sayings(List.of("thanks"), List.of()),
                        Intent.SKIP, new Sayings(List.of("skip", "👎"), List.of())),
                new Feelings(
                        List.of("no (more) <hurt>", "not <hurt>"),
                        List.of("<hurt>", "not <hurt> (any) less", "bruised"),
                        List.of("<hurt>"),
                        List.of("chest ... <hurt>"),
                        List.of("want (to) die"),
                        List.of("want to die of laughter")),
                routines,
                Map.of(KNEES, List.of("knee", "kneeling"), BONES, List.of("thin bones")));
    }

    private static Vocabulary german() {
        return new Vocabulary(
                new Spelling(Map.of("ü", "ue", "ß", "ss"), List.of()),
                Map.of(),
                new Ignored(List.of("bitte"), List.of()),
                new Negators(List.of(), List.of()),
                Map.of(Intent.BACK, new Sayings(List.of("zurück"), List.of())),
                new Feelings(List.of(), List.of("*schmerzen", "weh"), List.of(), List.of(), List.of(), List.of()),
                Map.of(),
                Map.of(BONES, List.of("knochenschwund")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "next",
                "NEXT!!",
                " next 👍",
                "\u201Cnext\u201D",
                "next, please",
                "ok",
                "ok ok",
                "nxet",
                "contineu",
                "nexttt",
                "yes, next",
                "thanks, next"
            })
    void aCommandIsReadHoweverItIsDressedUp(String typed) {
        assertThat(read(typed)).isEqualTo(new Reading.Word(Intent.NEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zurück", "zurueck", "zuruck", "ZURÜCK", "zuru\u0308ck", "zurück bitte", "zurükc"})
    void umlautsMayBeWrittenInAnyWay(String typed) {
        assertThat(read(typed)).isEqualTo(new Reading.Word(Intent.BACK));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "my knee | knees |",
                "Knee!! and thin bones | knees bones |",
                "knochenschwund | bones |",
                "no thin bones | | bones",
                "no thin bones but my knee | knees | bones",
                "not kneeling, thin bones | bones | knees",
                "the lower back | |",
                "keine | |",
            })
    void conditionsAreFoundByWhatPeopleCallThem(String typed, @Nullable String named, @Nullable String denied) {
        assertThat(UTTERANCES.findConditions(typed, Locale.ENGLISH))
                .isEqualTo(new Utterances.Conditions(conditions(named), conditions(denied)));
    }

    private static Set<ConditionId> conditions(@Nullable String ids) {
        return ids == null
                ? Set.of()
                : Arrays.stream(ids.split(" ", -1)).map(ConditionId::new).collect(Collectors.toSet());
    }

    @Test
    void aWordThatIsACommandAloneIsNoneInASentence() {
        assertThat(read("back")).isEqualTo(new Reading.Word(Intent.BACK));
        assertThat(read("my back is stiff")).isEqualTo(new Reading.Wish(ALL));
        assertThat(read("my back hurts")).isEqualTo(new Reading.Complaint());
        assertThat(read("next week")).isEqualTo(new Reading.Unclear());
        assertThat(read("I really had enough of it")).isEqualTo(new Reading.Word(Intent.STOP));
        assertThat(read("I have not had enough of it")).isEqualTo(new Reading.Unclear());
    }

    @Test
    void twoCommandsAreUnclear() {
        assertThat(read("back next")).isEqualTo(new Reading.Unclear());
        assertThat(read("yes no")).isEqualTo(new Reading.Unclear());
    }

    @Test
    void whatIsAmissComesBeforeWhatIsWanted() {
        assertThat(read("my back hurts, I want to die")).isEqualTo(new Reading.Despair());
        assertThat(read("I want to die of laughter")).isEqualTo(new Reading.Unclear());
        assertThat(read("I want to die, of laughter")).isEqualTo(new Reading.Despair());
        assertThat(read("I want to die, my chest hurts")).isEqualTo(new Reading.Alarm());
        assertThat(read("stop, my chest really hurts")).isEqualTo(new Reading.Alarm());
        assertThat(read("stop it hurts")).isEqualTo(new Reading.Complaint());
        assertThat(read("my lower back is stiff and painful")).isEqualTo(new Reading.Complaint());
        assertThat(read("Kopfschmerzen")).as("another language").isEqualTo(new Reading.Complaint());
    }

    @Test
    void anOrdinaryAcheIsToldFromWhateverIsMore() {
        assertThat(UTTERANCES.findAche("my lower back hurts", Locale.ENGLISH)).isPresent();
        assertThat(UTTERANCES.findAche("Kopfschmerzen", Locale.ENGLISH))
                .as("not called an ache in the other language")
                .isEmpty();
        assertThat(UTTERANCES.findAche("it hurts and is bruised", Locale.ENGLISH))
                .isEmpty();
        assertThat(UTTERANCES.findAche("no pain", Locale.ENGLISH)).isEmpty();
        assertThat(UTTERANCES.findAche("next", Locale.ENGLISH)).isEmpty();
    }

    @Test
    void aComplaintIsTakenBackByTheWordsAroundIt() {
        assertThat(read("no pain")).isEqualTo(new Reading.AllWell());
        assertThat(read("no more pain!")).isEqualTo(new Reading.AllWell());
        assertThat(read("no, pain")).as("two clauses").isEqualTo(new Reading.Complaint());
        assertThat(read("not painful any less"))
                .as("a longer complaint around it")
                .isEqualTo(new Reading.Complaint());
        assertThat(read("no pain, next")).isEqualTo(new Reading.Word(Intent.NEXT));
        assertThat(read("no pain. yes")).isEqualTo(new Reading.AllWell());
        assertThat(read("no pain, pain")).isEqualTo(new Reading.Complaint());
    }

    @Test
    void slipsInAComplaintCountOnlyWhereTheyAreNearlyCertain() {
        assertThat(read("it is pianful")).isEqualTo(new Reading.Complaint());
        assertThat(read("it hrut hurst")).as("two letters swapped").isEqualTo(new Reading.Complaint());
        assertThat(read("two hearts")).as("a word of its own").isEqualTo(new Reading.Unclear());
        assertThat(read("burts")).as("one letter wrong in a short word").isEqualTo(new Reading.Unclear());
    }

    @Test
    void theFirstRoutineIsMeantWhereSeveralFit() {
        assertThat(read("my lower back is so stiff")).isEqualTo(new Reading.Wish(LOW));
        assertThat(read("lower back all tensed up")).isEqualTo(new Reading.Wish(LOW));
        assertThat(read("not my lower back, it is not stiff")).isEqualTo(new Reading.Unclear());
        assertThat(read("I have no time today")).as("says no itself").isEqualTo(new Reading.Wish(ALL));
    }

    @Test
    void emojiCountWhereThereIsNoWord() {
        assertThat(read("👎")).isEqualTo(new Reading.Word(Intent.SKIP));
        assertThat(read("👎🏽")).isEqualTo(new Reading.Word(Intent.SKIP));
        assertThat(read("next 👎")).isEqualTo(new Reading.Word(Intent.NEXT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"low", "LOW", "lower back", "lowerback", "the lower back", "lower bakc", "lowr back", "lowe"})
    void routinesAreFoundByForgivingNames(String name) {
        assertThat(UTTERANCES.findRoutine(name, Locale.GERMAN)).contains(LOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "🙂", "juggling"})
    void whatIsNoNameFindsNoRoutine(String name) {
        assertThat(UTTERANCES.findRoutine(name, Locale.ENGLISH)).isEqualTo(Optional.empty());
    }

    @Test
    void whoWroteABrokenPhraseIsTold() {
        var broken = Vocabulary.ofRoutines(Map.of(LOW, new RoutineWords(List.of("<nobody>"), List.of())));

        assertThat(catchThrowable(() -> new Utterances(Map.of(Locale.ENGLISH, broken))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no group 'nobody'");
    }

    private static Reading read(String typed) {
        return UTTERANCES.read(typed, Locale.ENGLISH);
    }
}
