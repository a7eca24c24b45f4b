package dev.limber.core.runtime.json;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Button;
import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.MomentStyle;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Piece;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.PrivateInvitation;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.chat.UserId;
import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.Dose;
import dev.limber.core.exercise.EquipmentId;
import dev.limber.core.exercise.ExerciseId;
import dev.limber.core.exercise.Level;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.exercise.SetUpId;
import dev.limber.core.exercise.Side;
import dev.limber.core.exercise.VariantId;
import dev.limber.core.nudge.NudgeRule;
import dev.limber.core.nudge.QuietHours;
import dev.limber.core.session.Attendance;
import dev.limber.core.session.ChatNudge;
import dev.limber.core.session.ChatState;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.LastNudge;
import dev.limber.core.session.Lock;
import dev.limber.core.session.Nudge;
import dev.limber.core.session.NudgePlace;
import dev.limber.core.session.Nudges;
import dev.limber.core.session.Offer;
import dev.limber.core.session.Pace;
import dev.limber.core.session.PictureStyle;
import dev.limber.core.session.Plan;
import dev.limber.core.session.PlanStep;
import dev.limber.core.session.PlannedExercise;
import dev.limber.core.session.Preferences;
import dev.limber.core.session.Screening;
import dev.limber.core.session.Silence;
import dev.limber.core.session.Stretch;
import dev.limber.core.session.Together;
import dev.limber.core.session.UserState;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Values in which every component is set. */
final class Samples {
    static final Instant MOMENT = Instant.parse("2026-03-29T00:59:30.125Z");

    private Samples() {}

    /** Somebody in the midst of a routine, as most stored states are. */
    static UserState typicalState() {
        return new UserState(
                Optional.of(Locale.GERMAN),
                Optional.of(ZoneId.of("Europe/Berlin")),
                Preferences.standard().withHandsFree(true),
                Optional.of(new Screening(MOMENT, false, Set.of(new ConditionId("herniated-disc")))),
                Optional.empty(),
                Optional.of(new Stretch(
                        plan(),
                        1,
                        Set.of(0),
                        new Pace.HandsFree(Pace.Moment.WORKING),
                        3,
                        MOMENT,
                        MOMENT.plusSeconds(60),
                        true)),
                new Dialogue.None(),
                List.of(
                        new Offer("Weiter", "1n3f9k2m1x"),
                        new Offer("Zurück", "1b3f9k2m1x"),
                        new Offer("Leichter", "1e3f9k2m1x"),
                        new Offer("Pause", "1p3f9k2m1x"),
                        new Offer("Es tut weh", "1h3f9k2m1x")),
                41,
                Optional.empty(),
                Nudges.none());
    }

    static UserState fullState() {
        Preferences preferences = new Preferences(
                true,
                Optional.of(20),
                Optional.of(3),
                Set.of(new EquipmentId("band")),
                4,
                Set.of(DayOfWeek.SUNDAY),
                Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30))),
                Optional.of(PictureStyle.STILL),
                Optional.of("noa"));
        return typicalState()
                .withPreferences(preferences)
                .withLanguage(Optional.of(Locale.forLanguageTag("zh-Hant-TW")))
                .withLock(Optional.of(new Lock(Lock.Reason.SEE_DOCTOR, MOMENT)))
                .withUnreachableSince(Optional.of(MOMENT))
                .withNudges(nudges());
    }

    private static Nudges nudges() {
        List<Nudge> every = everyNudgeRule().stream()
                .map(rule -> new Nudge("3f9k2m1x", rule, place(), MOMENT, Optional.of(MOMENT)))
                .toList();
        return new Nudges(
                every,
                every.subList(0, 1),
                Optional.of(every.getLast()),
                Optional.of(LocalDate.of(2026, 4, 6)),
                Optional.of(LocalDate.of(2026, 3, 29)),
                4,
                Optional.of(new LastNudge(
                        "3f9k2m1x",
                        MOMENT,
                        "werktags um 9:00",
                        "any.3",
                        Optional.of(new RoutineId("lower-back")),
                        MOMENT,
                        LastNudge.Answer.SNOOZED,
                        MOMENT)),
                true,
                true,
                true,
                Optional.of(new Nudges.Before(every, List.of(), Optional.empty())));
    }

    static NudgePlace place() {
        return new NudgePlace(
                new Address(new Platform("telegram"), "limber_bot", "77", Optional.of("5")),
                true,
                Optional.of(Locale.GERMAN));
    }

    static List<Silence> everySilence() {
        return List.of(
                new Silence.Off(),
                new Silence.Until(LocalDate.of(2026, 4, 6)),
                new Silence.OutOfReach(MOMENT),
                new Silence.Ignored());
    }

    /** A chat that stretches together. */
    static ChatState chat() {
        var ann = new UserId(new Platform("telegram"), "4711");
        var bob = new UserId(new Platform("telegram"), "4712");
        LocalDate day = LocalDate.of(2026, 3, 29);
        List<ChatNudge> nudges = List.of(
                new ChatNudge("rule", new NudgeRule.AtTimes(Set.of(DayOfWeek.MONDAY), List.of(LocalTime.of(15, 0)))),
                new ChatNudge("3f9k2m1z", new NudgeRule.At(MOMENT)));
        Stretch stretch = new Stretch(
                plan(), 1, Set.of(), new Pace.HandsFree(Pace.Moment.WORKING), 3, MOMENT, MOMENT.plusSeconds(60), false);
        return new ChatState(
                Optional.of(Locale.GERMAN),
                Optional.of(ZoneId.of("Europe/Berlin")),
                nudges,
                Optional.of(new Silence.Off()),
                3,
                Optional.of(new ChatState.Said(MOMENT, 2)),
                Attendance.none().with(ann, day.minusDays(1)).with(ann, day).with(bob, day),
                Optional.of(new Together(stretch, ann, Set.of(ann, bob))),
                Optional.of(MOMENT),
                Optional.of(new ChatState.Before("3f9k2m1y", nudges, Optional.empty(), Optional.empty())),
                7);
    }

    static List<Dialogue> everyDialogue() {
        return List.of(
                new Dialogue.None(),
                new Dialogue.HealthCheck(
                        Dialogue.HealthQuestion.CONDITIONS,
                        Set.of(new ConditionId("pregnancy")),
                        Optional.of(new RoutineId("lower-back")),
                        true),
                new Dialogue.RoutineQuestion(new RoutineId("lower-back"), "tight-hamstrings", Set.of()),
                new Dialogue.Pain(Dialogue.PainQuestion.EASES_WITH_REST),
                new Dialogue.CarryOn(),
                new Dialogue.EnterSetting("zone"),
                new Dialogue.Feeling("3f9k2m1x"),
                new Dialogue.ConfirmForget(),
                new Dialogue.NudgeZone(everyNudgeRule().getFirst(), place()),
                new Dialogue.NudgeWhere(everyNudgeRule().getLast()));
    }

    static List<Pace> everyPace() {
        return List.of(new Pace.ByHand(), new Pace.HandsFree(Pace.Moment.HALF_WAY), new Pace.Paused(true));
    }

    static Plan plan() {
        return new Plan(
                "3f9k2m1x",
                new RoutineId("lower-back"),
                "Unterer Rücken",
                List.of(
                        exercise("knee-to-chest", new Dose.Hold(Duration.ofSeconds(30))),
                        exercise("cat-cow", new Dose.Repetitions(8, 10, Duration.ofMillis(4500))),
                        exercise("child-pose", new Dose.Breaths(5, Duration.ofSeconds(6)))),
                List.of(
                        new PlanStep.Prepare(
                                new SetUpId("mat"), "Matte", List.of("Leg die Matte aus."), Duration.ofSeconds(20)),
                        new PlanStep.Work(0, Optional.of(Side.LEFT), 1, 2),
                        new PlanStep.Work(1, Optional.empty(), 1, 1)),
                List.of(new Plan.LeftOut(
                        "Kobra", List.of(new ConditionId("herniated-disc")), List.of("Band"), Optional.of("Katze"))),
                List.of(new Plan.Adapted("Katze", "Kuh", List.of(new ConditionId("knees")))),
                true,
                Optional.of(Locale.GERMAN));
    }

    private static PlannedExercise exercise(String id, Dose dose) {
        return new PlannedExercise(
                new ExerciseId(id),
                "Knie zur Brust",
                List.of(new PlannedExercise.Option(
                        new VariantId("standard"),
                        Level.STANDARD,
                        "Knie zur Brust",
                        dose,
                        "Leg dich auf den Rücken.",
                        List.of("Zieh ein Knie heran.", "Lass die Schultern liegen."),
                        "Atme ruhig.",
                        "Eine Dehnung im unteren Rücken.",
                        "Nicht reißen.")),
                0);
    }

    static OutgoingMessage announcedMessage() {
        return new OutgoingMessage(
                new Audience.Everyone(),
                List.of(Block.Text.of(TextStyle.TITLE, "Schritt 1 von 12")),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Jetzt wird gedehnt."));
    }

    static OutgoingMessage message() {
        var address = new Address(new Platform("telegram"), "limber_bot", "77", Optional.of("5"));
        return new OutgoingMessage(
                new Audience.OnlyPerson(new UserId(new Platform("telegram"), "4711")),
                List.of(
                        Block.Text.of(TextStyle.TITLE, "Schritt 3 von 12"),
                        new Block.Text(
                                TextStyle.BODY,
                                List.of(
                                        new Piece.Words("Halten bis "),
                                        new Piece.Moment(MOMENT, MomentStyle.RELATIVE, ZoneId.of("Europe/Berlin")))),
                        Block.Picture.of("pictures/knee.png", "ab12", "Knie zur Brust"),
                        new Block.Picture(
                                "pictures/knee.gif",
                                "ab13",
                                "Knie zur Brust",
                                Optional.of(new Block.Picture.Still("pictures/knee.png", "ab12"))),
                        new Block.Hold(Duration.ofSeconds(20)),
                        new Block.Document("data.json", "application/json", "{}")),
                List.of(List.of(
                        new Button("Weiter", "1n3f9k2m1x", ButtonStyle.PRIMARY),
                        new Button("Stopp", "1s3f9k2m1x", ButtonStyle.DANGER))),
                Optional.of(new MessageRef(address, "900")),
                Optional.of(new PrivateInvitation("Das ist nur für dich.", "Zu unserem Chat", "here")),
                Optional.empty());
    }

    static List<NudgeRule> everyNudgeRule() {
        Set<DayOfWeek> days = Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
        return List.of(
                new NudgeRule.AtTimes(days, List.of(LocalTime.of(21, 0), LocalTime.of(7, 30))),
                new NudgeRule.Every(Duration.ofMinutes(90), LocalTime.of(9, 0), LocalTime.of(17, 0), days),
                new NudgeRule.Once(LocalDateTime.of(2026, 3, 29, 2, 30)),
                new NudgeRule.At(MOMENT));
    }
}
