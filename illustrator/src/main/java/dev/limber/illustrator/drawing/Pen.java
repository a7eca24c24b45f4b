package dev.limber.illustrator.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws what lies over a picture: arrows, letters, dashed outlines. */
final class Pen implements AutoCloseable {
    static final double HEAD_LENGTH = 18;
    static final double HEAD_WIDTH = 10.5;
    static final double LETTER_RADIUS = 11;

    private final Graphics2D graphics;

    Pen(BufferedImage image) {
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    private static BasicStroke round(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private void colour(int rgb) {
        graphics.setColor(new Color(rgb));
    }

    /** Covers all. */
    void paper() {
        colour(Colours.PAPER);
        graphics.fillRect(0, 0, Scene.WIDTH, Scene.HEIGHT);
    }

    /** Along a line, its head at the end, with a light edge that sets it off from anything. */
    void arrow(List<Point2D> line) {
        Point2D tip = line.getLast();
        int neck = line.size() - 1;
        while (neck > 0 && line.get(neck).distance(tip) < HEAD_LENGTH * 0.8) {
            neck--;
        }
        Point2D back = line.get(neck);
        double angle = StrictMath.atan2(tip.getY() - back.getY(), tip.getX() - back.getX());
        Path2D shaft = path(line.subList(0, neck + 1));
        Path2D head = head(tip, angle);
        colour(Colours.HALO);
        graphics.setStroke(round(10.5));
        graphics.draw(shaft);
        graphics.setStroke(round(5.5));
        graphics.draw(head);
        colour(Colours.ARROW);
        graphics.setStroke(round(5.8));
        graphics.draw(shaft);
        graphics.setStroke(round(1.5));
        graphics.fill(head);
        graphics.draw(head);
    }

    private static Path2D path(List<Point2D> line) {
        var path = new Path2D.Double();
        path.moveTo(line.getFirst().getX(), line.getFirst().getY());
        line.stream().skip(1).forEach(point -> path.lineTo(point.getX(), point.getY()));
        return path;
    }

    private static Path2D head(Point2D tip, double angle) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        var head = new Path2D.Double();
        head.moveTo(tip.getX() + cos * 2, tip.getY() + sin * 2);
        head.lineTo(
                tip.getX() - cos * HEAD_LENGTH + sin * HEAD_WIDTH, tip.getY() - sin * HEAD_LENGTH - cos * HEAD_WIDTH);
        head.lineTo(
                tip.getX() - cos * HEAD_LENGTH - sin * HEAD_WIDTH, tip.getY() - sin * HEAD_LENGTH + cos * HEAD_WIDTH);
        head.closePath();
        return head;
    }

    /** A letter or digit in a white disc. */
    void letter(char letter, double x, double y) {
        var disc = new Ellipse2D.Double(x - LETTER_RADIUS, y - LETTER_RADIUS, LETTER_RADIUS * 2, LETTER_RADIUS * 2);
        colour(Colours.HALO);
        graphics.fill(disc);
        colour(Colours.LETTER);
        graphics.setStroke(round(1.7));
        graphics.draw(disc);
        graphics.setStroke(round(2.3));
        graphics.draw(Glyphs.stroke(letter, x, y, 10.5));
    }

    /** A row of glyphs that begins at a place. */
    void text(String text, double x, double y) {
        colour(Colours.LETTER);
        graphics.setStroke(round(1.4));
        for (int i = 0; i < text.length(); i++) {
            graphics.draw(Glyphs.stroke(text.charAt(i), x + i * 9, y, 9));
        }
    }

    void dashed(List<Point2D> line) {
        colour(Colours.OUTLINE);
        graphics.setStroke(
                new BasicStroke(1.7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {5, 5}, 0));
        graphics.draw(path(line));
    }

    /** Puts a picture into this one. */
    void picture(BufferedImage image, int x, int y, int width, int height) {
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, x, y, width, height, null);
    }

    void line(double x0, double y0, double x1, double y1) {
        colour(Colours.MAT_EDGE);
        graphics.setStroke(round(1.5));
        graphics.draw(path(List.of(new Point2D.Double(x0, y0), new Point2D.Double(x1, y1))));
    }

    @Override
    public void close() {
        graphics.dispose();
    }
}
