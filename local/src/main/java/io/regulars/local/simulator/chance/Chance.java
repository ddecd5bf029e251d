package io.regulars.local.simulator.chance;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Luck that repeats itself: the same seed, the same draws. */
public final class Chance {
    private final SplittableRandom random;

    public Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    public boolean in(double probability) {
        return random.nextDouble() < probability;
    }

    public double unit() {
        return random.nextDouble();
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends included. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Prefers what stands at the front: the first fifth is taken nearly half of the time. */
    public <T> T popular(List<T> choices) {
        double unit = random.nextDouble();
        return choices.get((int) (choices.size() * unit * unit));
    }

    public double exponential(double rate) {
        return random.nextExponential() / rate;
    }

    /** Gamma by Marsaglia and Tsang (2000), ACM TOMS 26(3); a shape below one is raised by one and pulled back. */
    public double gamma(double shape, double rate) {
        if (shape < 1) return gamma(shape + 1, rate) * Math.pow(random.nextDouble(), 1 / shape);
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) return d * v / rate;
        }
    }

    public double beta(double a, double b) {
        double first = gamma(a, 1);
        return first / (first + gamma(b, 1));
    }

    public void shuffle(List<?> list) {
        for (int i = list.size() - 1; i > 0; i--) Collections.swap(list, i, random.nextInt(i + 1));
    }
}
