package dev.limber.illustrator.drawing;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** The edge of a shape made of pixels, as smooth lines. */
final class Contour {
    private static final int[] DX = {1, 0, -1, 0};
    private static final int[] DY = {0, 1, 0, -1};

    /** From a corner, the pixels ahead: to the right of the way, and to its left. */
    private static final int[] RIGHT_X = {0, -1, -1, 0};

    private static final int[] RIGHT_Y = {0, 0, -1, -1};
    private static final int[] LEFT_X = {0, 0, -1, -1};
    private static final int[] LEFT_Y = {-1, 0, 0, -1};

    private final boolean[] inside;
    private final int width;
    private final int height;
    private final boolean[] walked;

    private Contour(boolean[] inside, int width, int height) {
        this.inside = inside;
        this.width = width;
        this.height = height;
        walked = new boolean[(width + 1) * (height + 1) * 4];
    }

    /** Closed lines round all that is inside, shape by shape. */
    static List<List<Point2D>> of(boolean[] inside, int width, int height) {
        var contour = new Contour(inside, width, height);
        List<List<Point2D>> lines = new ArrayList<>();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (contour.isInside(x, y) && !contour.isInside(x, y - 1) && !contour.walked(x, y, 0)) {
                    lines.add(smooth(contour.walk(x, y)));
                }
            }
        }
        return lines;
    }

    private boolean isInside(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && inside[y * width + x];
    }

    private boolean walked(int x, int y, int direction) {
        return walked[(y * (width + 1) + x) * 4 + direction];
    }

    /** From corner to corner between pixels, the inside to the right, until the first step would come again. */
    private List<Point2D> walk(int startX, int startY) {
        List<Point2D> line = new ArrayList<>();
        int x = startX;
        int y = startY;
        int direction = 0;
        while (!walked(x, y, direction)) {
            walked[(y * (width + 1) + x) * 4 + direction] = true;
            line.add(new Point2D.Double(x, y));
            x += DX[direction];
            y += DY[direction];
            direction = turned(x, y, direction);
        }
        return line;
    }

    private int turned(int x, int y, int direction) {
        if (!isInside(x + RIGHT_X[direction], y + RIGHT_Y[direction])) {
            return (direction + 1) % 4;
        }
        return isInside(x + LEFT_X[direction], y + LEFT_Y[direction]) ? (direction + 3) % 4 : direction;
    }

    private static List<Point2D> smooth(List<Point2D> line) {
        List<Point2D> smooth = new ArrayList<>();
        int reach = 4;
        for (int i = 0; i < line.size(); i++) {
            double x = 0;
            double y = 0;
            for (int j = -reach; j <= reach; j++) {
                Point2D near = line.get(Math.floorMod(i + j, line.size()));
                x += near.getX();
                y += near.getY();
            }
            smooth.add(new Point2D.Double(x / (2 * reach + 1), y / (2 * reach + 1)));
        }
        return smooth;
    }
}
