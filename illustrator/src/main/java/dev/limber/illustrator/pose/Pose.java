package dev.limber.illustrator.pose;

import java.util.Map;

/**
 * One posture, in the words of its file: numbers in cm and degrees by their path, such as {@code arm.left.raise}, and
 * words by theirs, such as {@code arm.left.palm}. What is not there is 0, or the usual.
 */
public record Pose(String name, Map<String, Double> numbers, Map<String, String> words) {
    public Pose {
        numbers = Map.copyOf(numbers);
        words = Map.copyOf(words);
    }

    public double number(String path) {
        return numbers.getOrDefault(path, 0.0);
    }

    public String word(String path, String usual) {
        return words.getOrDefault(path, usual);
    }
}
