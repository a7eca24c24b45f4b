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
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Lock;
import dev.limber.core.session.Offer;
import dev.limber.core.session.Pace;
import dev.limber.core.session.Plan;
import dev.limber.core.session.PlanStep;
import dev.limber.core.session.PlannedExercise;
import dev.limber.core.session.Preferences;
import dev.limber.core.session.Screening;
import dev.limber.core.session.Stretch;
import dev.limber.core.session.UserState;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
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
                        MOMENT.plusSeconds(60))),
                new Dialogue.None(),
                List.of(
                        new Offer("Weiter", "1n3f9k2m1x"),
                        new Offer("Zurück", "1b3f9k2m1x"),
                        new Offer("Leichter", "1e3f9k2m1x"),
                        new Offer("Pause", "1p3f9k2m1x"),
                        new Offer("Es tut weh", "1h3f9k2m1x")),
                41,
                Optional.empty());
    }

    static UserState fullState() {
        Preferences preferences = new Preferences(
                true,
                Optional.of(20),
                Optional.of(3),
                Set.of(new EquipmentId("band")),
                4,
                Set.of(DayOfWeek.SUNDAY),
                Optional.of(new Preferences.QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30))));
        return typicalState()
                .withPreferences(preferences)
                .withLanguage(Optional.of(Locale.forLanguageTag("zh-Hant-TW")))
                .withLock(Optional.of(new Lock(Lock.Reason.SEE_DOCTOR, MOMENT)))
                .withUnreachableSince(Optional.of(MOMENT));
    }

    static List<Dialogue> everyDialogue() {
        return List.of(
                new Dialogue.None(),
                new Dialogue.HealthCheck(
                        Dialogue.HealthQuestion.CONDITIONS,
                        Set.of(new ConditionId("pregnancy")),
                        Optional.of(new RoutineId("lower-back"))),
                new Dialogue.RoutineQuestion(new RoutineId("lower-back"), "tight-hamstrings", Set.of()),
                new Dialogue.Pain(Dialogue.PainQuestion.EASES_WITH_REST),
                new Dialogue.CarryOn(),
                new Dialogue.EnterSetting("zone"),
                new Dialogue.Feeling("3f9k2m1x"),
                new Dialogue.ConfirmForget());
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
                        new Block.Picture("pictures/knee.png", "ab12", "Knie zur Brust"),
                        new Block.Document("data.json", "application/json", "{}")),
                List.of(List.of(
                        new Button("Weiter", "1n3f9k2m1x", ButtonStyle.PRIMARY),
                        new Button("Stopp", "1s3f9k2m1x", ButtonStyle.DANGER))),
                Optional.of(new MessageRef(address, "900")),
                Optional.of(new PrivateInvitation("Das ist nur für dich.", "Zu unserem Chat", "here")),
                Optional.empty());
    }
}
