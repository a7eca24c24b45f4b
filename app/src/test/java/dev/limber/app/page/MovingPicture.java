package dev.limber.app.page;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** A picture that moves: all of it in one colour, then in the next. Its still has one colour. */
final class MovingPicture {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    private MovingPicture() {}

    static byte[] of(Color... colours) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        var bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (Color colour : colours) {
                BufferedImage image = filled(colour);
                writer.writeToSequence(new IIOImage(image, null, shortly(writer, image)), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] still(Color colour) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(filled(colour), "png", bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage filled(Color colour) {
        var image = new BufferedImage(480, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
        return image;
    }

    private static IIOMetadata shortly(ImageWriter writer, BufferedImage image) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        var root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        var control = (IIOMetadataNode)
                root.getElementsByTagName("GraphicControlExtension").item(0);
        control.setAttribute("delayTime", "5");
        metadata.setFromTree(FORMAT, root);
        return metadata;
    }
}
