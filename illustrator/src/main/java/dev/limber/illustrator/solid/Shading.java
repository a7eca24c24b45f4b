package dev.limber.illustrator.solid;

import dev.limber.illustrator.geometry.Camera;
import java.util.List;

/** Turns the colours of one part into what light, glow and haze make of them. */
final class Shading {
    private final Light light;
    private final Camera camera;
    private final boolean far;
    private final boolean floor;
    private final List<Glow> glows;

    Shading(Light light, Camera camera, Part part) {
        this.light = light;
        this.camera = camera;
        far = light.far().contains(part.name());
        floor = part.kind() == Part.Kind.FLOOR;
        glows = light.strength() <= 0
                ? List.of()
                : light.glows().stream()
                        .filter(glow -> glow.parts().contains(part.name()))
                        .map(glow -> glow.seenBy(camera))
                        .toList();
    }

    void shade(Canvas canvas, int index, int x, int y) {
        int step = glows.isEmpty() ? 0 : step(x, y, canvas.depth[index]);
        int tone = light.glowing(canvas.colour[index], step);
        if (!floor) {
            tone = Light.shaded(tone, canvas.facing[index]);
        }
        canvas.glow[index] = (byte) step;
        canvas.colour[index] = far ? Light.hazy(tone) : tone;
    }

    private int step(int x, int y, double near) {
        double right = (x + 0.5 - camera.x()) / camera.scale();
        double up = (camera.y() - y - 0.5) / camera.scale();
        int step = 0;
        for (Glow glow : glows) {
            step = Math.max(step, glow.step(right, up, near, light.strength()));
        }
        return step;
    }
}
