package org.safetyledger.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How many documents of a caller were refused within a second: people and programs that err send few of them. */
final class LatestMistakes {
    private static final Duration MEMORY = Duration.ofSeconds(1);
    private static final int CAPACITY = 10_000;
    private static final int FEW = 10;

    private final Cache<String, AtomicInteger> mistakes =
            Caffeine.newBuilder().maximumSize(CAPACITY).expireAfterWrite(MEMORY).build();

    void add(Caller caller) {
        mistakes.get(caller.subject(), first -> new AtomicInteger()).incrementAndGet();
    }

    boolean areMany(Caller caller) {
        AtomicInteger made = mistakes.getIfPresent(caller.subject());
        return made != null && made.get() > FEW;
    }
}
