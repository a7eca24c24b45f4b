package dev.limber.core.coach;

import dev.limber.core.chat.Block;
import dev.limber.core.exercise.Catalog;
import dev.limber.core.exercise.Depiction;
import dev.limber.core.exercise.ExerciseId;
import dev.limber.core.exercise.Pictures;
import dev.limber.core.exercise.Side;
import dev.limber.core.exercise.VariantId;
import dev.limber.core.session.PictureStyle;
import dev.limber.core.session.PlanStep;
import dev.limber.core.session.PlannedExercise;
import dev.limber.core.session.Stretch;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The picture of a step, as the content has it now and the person wants it. */
final class StepPicture {
    private StepPicture() {}

    /** Whether what this step does was not done in the step before it. */
    static boolean isFirst(Stretch stretch) {
        List<PlanStep> steps = stretch.plan().steps();
        return stretch.step() == 0
                || !(steps.get(stretch.step() - 1) instanceof PlanStep.Work before)
                || !(stretch.current() instanceof PlanStep.Work now)
                || before.exercise() != now.exercise();
    }

    /** @param side as the texts of the step have it */
    static Optional<Block.Picture> of(Turn turn, Stretch stretch, Map<String, ?> side) {
        return switch (stretch.current()) {
            case PlanStep.Prepare prepare ->
                catalog(turn)
                        .findDepiction(prepare.setUp())
                        .flatMap(depiction -> picture(turn, depiction, Optional.empty(), side));
            case PlanStep.Work work -> {
                PlannedExercise exercise = stretch.plan().exercises().get(work.exercise());
                yield depiction(turn, exercise.id(), exercise.option().variant())
                        .flatMap(depiction -> picture(turn, depiction, work.side(), side));
            }
        };
    }

    private static Catalog catalog(Turn turn) {
        return turn.context().content().catalog();
    }

    private static Optional<Depiction> depiction(Turn turn, ExerciseId id, VariantId variant) {
        return catalog(turn)
                .findExercise(id)
                .flatMap(exercise -> exercise.findVariant(variant)
                        .flatMap(found -> catalog(turn).findDepiction(exercise, found)));
    }

    private static Optional<Block.Picture> picture(
            Turn turn, Depiction depiction, Optional<Side> worked, Map<String, ?> side) {
        PictureStyle style = turn.state().preferences().pictureStyle();
        if (style == PictureStyle.OFF) {
            return Optional.empty();
        }
        Pictures pictures = turn.context().content().pictures();
        return FigureSetting.chosen(turn)
                .flatMap(figure -> pictures.find(depiction.pose(), figure, worked))
                .map(picture -> {
                    String alternative = turn.phrases().format(turn.phrases().pattern(depiction.altText()), side);
                    return style == PictureStyle.MOVING
                            ? moving(picture, alternative)
                            : Block.Picture.of(
                                    picture.still().path(), picture.still().sha256(), alternative);
                });
    }

    private static Block.Picture moving(Pictures.Picture picture, String alternative) {
        var still =
                new Block.Picture.Still(picture.still().path(), picture.still().sha256());
        return new Block.Picture(picture.moving().path(), picture.moving().sha256(), alternative, Optional.of(still));
    }
}
