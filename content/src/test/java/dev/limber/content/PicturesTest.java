package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Block;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.exercise.Catalog;
import dev.limber.core.exercise.Exercise;
import dev.limber.core.exercise.Pictures;
import dev.limber.core.exercise.SetUpId;
import dev.limber.core.exercise.Side;
import dev.limber.core.exercise.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which picture comes when, and that there is one for everything. */
class PicturesTest {
    private static final List<String> FIGURES = List.of("kim", "noa");

    private final Pictures pictures = BuiltIn.content().pictures();
    private final Catalog catalog = BuiltIn.content().catalog();

    @Test
    void everyWayOfDoingEveryExerciseHasItsPictureOnEachSideAndOfEachFigure() {
        assertThat(pictures.figures()).containsExactlyElementsOf(FIGURES);
        for (Exercise exercise : catalog.exercises().values()) {
            for (Variant variant : exercise.variants()) {
                String pose =
                        catalog.findDepiction(exercise, variant).orElseThrow().pose();
                sides(exercise)
                        .forEach(side -> FIGURES.forEach(
                                figure -> assertThat(pictures.all().get(new Pictures.Key(pose, figure, side)))
                                        .as("%s of %s, %s", pose, figure, side)
                                        .isNotNull()));
            }
        }
        String towel =
                catalog.findDepiction(new SetUpId("towel-roll")).orElseThrow().pose();
        FIGURES.forEach(figure ->
                assertThat(pictures.find(towel, figure, Optional.empty())).isPresent());
    }

    @Test
    void picturesAreWhatTheIndexSaysAndSmall() throws Exception {
        for (Pictures.Picture picture : pictures.all().values()) {
            byte[] gif = bytes(picture.moving());
            assertThat(gif)
                    .as(picture.moving().path())
                    .hasSizeLessThan(130 * 1024)
                    .startsWith('G', 'I', 'F');
            byte[] png = bytes(picture.still());
            assertThat(png).as(picture.still().path()).hasSizeLessThan(60 * 1024);
            assertThat(hash(gif)).isEqualTo(picture.moving().sha256());
            assertThat(hash(png)).isEqualTo(picture.still().sha256());
        }
    }

    @Test
    void thePictureComesWhereAnExerciseBeginsAndNotAgainOnTheOtherSide() {
        var chat = new TestChat(BuiltIn.content(), Locale.ENGLISH);
        assertThat(shown(begin(chat))).singleElement().satisfies(picture -> {
            assertThat(picture.path()).startsWith("pictures/kim/").endsWith(".gif");
            assertThat(picture.alternative()).contains("Sitting at a table");
            Block.Picture.Still still = picture.still().orElseThrow();
            assertThat(still.path()).isEqualTo(picture.path().replace(".gif", ".png"));
            assertThat(pictures.all().values())
                    .contains(new Pictures.Picture(
                            new Pictures.File(picture.path(), picture.contentHash()),
                            new Pictures.File(still.path(), still.contentHash())));
        });
        assertThat(shown(chat.type("next")))
                .as("the next exercise")
                .singleElement()
                .satisfies(picture -> assertThat(picture.path()).contains("-left."));
        assertThat(shown(chat.type("next"))).as("its other side").isEmpty();
        assertThat(shown(chat.type("how?")))
                .as("whoever asks is shown it again")
                .hasSize(1);
    }

    @Test
    void whoWantsNoMovementGetsStillsAndWhoWantsNoneGetsWords() {
        var chat = new TestChat(BuiltIn.content(), Locale.ENGLISH);
        chat.type("/settings pictures still");
        assertThat(shown(begin(chat))).singleElement().satisfies(picture -> {
            assertThat(picture.path()).endsWith(".png");
            assertThat(picture.still()).isEmpty();
        });
        chat.type("/settings pictures off");
        assertThat(shown(chat.type("how?"))).isEmpty();
        chat.type("/settings pictures moving");
        chat.type("/settings figure noa");
        assertThat(shown(chat.type("how?")))
                .singleElement()
                .satisfies(picture ->
                        assertThat(picture.path()).startsWith("pictures/noa/").endsWith(".gif"));
    }

    @Test
    void inGermanThePictureIsToldInGerman() {
        var chat = new TestChat(BuiltIn.content(), Locale.GERMAN);
        chat.type("/einstellungen bilder unbewegt");
        assertThat(shown(begin(chat))).singleElement().satisfies(picture -> {
            assertThat(picture.path()).endsWith(".png");
            assertThat(picture.alternative()).contains("Arme");
        });
    }

    private static List<OutgoingMessage> begin(TestChat chat) {
        chat.type("/stretch desk break");
        return chat.type("skip");
    }

    private static List<Block.Picture> shown(List<OutgoingMessage> messages) {
        return messages.stream()
                .map(OutgoingMessage::blocks)
                .flatMap(List::stream)
                .filter(Block.Picture.class::isInstance)
                .map(Block.Picture.class::cast)
                .toList();
    }

    private static Stream<Optional<Side>> sides(Exercise exercise) {
        return exercise.eachSide()
                ? Stream.of(Optional.of(Side.LEFT), Optional.of(Side.RIGHT))
                : Stream.of(Optional.empty());
    }

    private static byte[] bytes(Pictures.File file) throws IOException {
        try (InputStream in = Optional.ofNullable(
                        PicturesTest.class.getResourceAsStream("/dev/limber/content/" + file.path()))
                .orElseThrow()) {
            return in.readAllBytes();
        }
    }

    private static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
