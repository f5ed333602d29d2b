package org.safetyledger.dev;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** A small picture of a hall with crates, the same for the same number. */
final class Photo {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    private Photo() {}

    static byte[] jpeg(int number) {
        Random chance = new Random(number);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setPaint(new GradientPaint(0, 0, colour(chance), 0, HEIGHT, Color.DARK_GRAY));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        for (int crate = 0; crate < 12; crate++) {
            canvas.setColor(colour(chance));
            canvas.fillRect(
                    chance.nextInt(WIDTH), 90 + chance.nextInt(110), 20 + chance.nextInt(40), 20 + chance.nextInt(40));
        }
        canvas.dispose();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Color colour(Random chance) {
        return Color.getHSBColor(chance.nextFloat(), 0.4f, 0.8f);
    }
}
