package org.safetyledger.testing;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random choices that can be repeated: the seed is printed, and {@code -Dproperty.seed=…} gives it back. */
public final class Chance {
    private final RandomGenerator random;

    private Chance(RandomGenerator random) {
        this.random = random;
    }

    /** The seed of a property's run, for {@link #of} and for the message of a failure. */
    public static long seed(String property) {
        Long given = Long.getLong("property.seed");
        long seed = given == null ? System.nanoTime() : given;
        System.out.println(property + ": -Dproperty.seed=" + seed);
        return seed;
    }

    public static Chance of(long seed, long run) {
        return new Chance(new SplittableRandom(seed * 31 + run));
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public boolean percent(int likelihood) {
        return random.nextInt(100) < likelihood;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }
}
