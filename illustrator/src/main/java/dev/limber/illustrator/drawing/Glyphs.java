package dev.limber.illustrator.drawing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Map;

/** Letters and digits as strokes, so that no font is needed. Each fits a box 4 wide and 6 high. */
final class Glyphs {
    static final double WIDTH = 4;
    static final double HEIGHT = 6;

    /** Strokes divided by spaces; each a row of points, x and y as digits; a {@code c} makes a curve of two more. */
    private static final Map<Character, String> STROKES = Map.ofEntries(
            Map.entry('L', "000646"),
            Map.entry('R', "060020c402313c422323 0323 2346"),
            Map.entry('0', "20c0003c0626c4643c4020"),
            Map.entry('1', "112026"),
            Map.entry('2', "01c002040c404206 0646"),
            Map.entry('3', "004023c432636c262605"),
            Map.entry('4', "2004443036"),
            Map.entry('5', "400003c234344c464606"),
            Map.entry('6', "30c0004c0646c4422303"),
            Map.entry('7', "004016"),
            Map.entry('8', "20c0001c0323c4341c4020 23c0305c0626c4645c4323"),
            Map.entry('9', "43c0303c0040c4044c4646"),
            Map.entry('-', "0343"),
            Map.entry('/', "0640"));

    private Glyphs() {}

    /**
     * A glyph's strokes with its box's middle at a place.
     *
     * @param height of the box, in pixels
     */
    static Shape stroke(char glyph, double x, double y, double height) {
        var path = new Path2D.Double();
        for (String stroke : List.of(STROKES.getOrDefault(glyph, "").split(" ", -1))) {
            add(path, stroke);
        }
        var place = new AffineTransform();
        place.translate(x, y);
        place.scale(height / HEIGHT, height / HEIGHT);
        place.translate(-WIDTH / 2, -HEIGHT / 2);
        return place.createTransformedShape(path);
    }

    private static void add(Path2D path, String stroke) {
        int next = 0;
        while (next + 1 < stroke.length()) {
            if (stroke.charAt(next) == 'c') {
                path.quadTo(at(stroke, next + 1), at(stroke, next + 2), at(stroke, next + 3), at(stroke, next + 4));
                next += 5;
            } else if (next == 0) {
                path.moveTo(at(stroke, 0), at(stroke, 1));
                next += 2;
            } else {
                path.lineTo(at(stroke, next), at(stroke, next + 1));
                next += 2;
            }
        }
    }

    private static double at(String stroke, int index) {
        return stroke.charAt(index) - '0';
    }
}
