package org.safetyledger.graphql.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets a few have their turn at the same time and the others in the order of their arrival, each on its own event loop. */
final class Turns {
    private final int mostAtOnce;
    private final int longestLine;
    private final long rest;
    private final Queue<Turn> line = new ArrayDeque<>();
    private int underWay;

    Turns(int mostAtOnce, int longestLine) {
        this(mostAtOnce, longestLine, Duration.ZERO);
    }

    /** @param rest between a turn and the next one in its place */
    Turns(int mostAtOnce, int longestLine, Duration rest) {
        this.mostAtOnce = mostAtOnce;
        this.longestLine = longestLine;
        this.rest = rest.toMillis();
    }

    /** A turn of somebody, who has to ask for it on an event loop. */
    Turn turn(Consumer<Turn> work) {
        return new Turn(Vertx.currentContext(), work);
    }

    final class Turn {
        private final Context eventLoop;
        private final Consumer<Turn> work;
        private boolean begun;

        private Turn(Context eventLoop, Consumer<Turn> work) {
            this.eventLoop = eventLoop;
            this.work = work;
        }

        /** Does the work now or later. @return false if so many wait already that it will never be done */
        boolean ask() {
            synchronized (Turns.this) {
                if (underWay == mostAtOnce) {
                    return line.size() < longestLine && line.add(this);
                }
                underWay++;
                begun = true;
            }
            work.accept(this);
            return true;
        }

        /** Waits no longer. @return whether it did wait, so that the work will never be done */
        boolean giveUp() {
            synchronized (Turns.this) {
                return line.remove(this);
            }
        }

        /** Gives the turn to the next, or the place in the line up. Whoever asked must come to this once. */
        void end() {
            if (!leavesTheLine(this)) {
                rest(eventLoop.owner());
            }
        }
    }

    private void rest(Vertx vertx) {
        if (rest > 0) {
            vertx.setTimer(rest, ignored -> passOn());
        } else {
            passOn();
        }
    }

    private void passOn() {
        Turn next = next();
        if (next != null) {
            next.eventLoop.runOnContext(ignored -> next.work.accept(next));
        }
    }

    private synchronized boolean leavesTheLine(Turn ended) {
        line.remove(ended);
        return !ended.begun;
    }

    private synchronized @Nullable Turn next() {
        Turn next = line.poll();
        if (next == null) {
            underWay--;
        } else {
            next.begun = true;
        }
        return next;
    }
}
