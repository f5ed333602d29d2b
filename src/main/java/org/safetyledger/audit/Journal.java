package org.safetyledger.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.graphql.NodeId;

/** Writes the history. Appending to one object's chain is serial, so that it has no gap and no fork. */
@ApplicationScoped
public class Journal {
    /** The detail that names who alone among workers is told the others; it is told to nobody itself. */
    public static final String CONCERNED = "concerned";

    private final HistoryRepository history;
    private final Callers callers;
    private final Event<HistoryRecorded> announcements;
    private final Clock clock;

    Journal(HistoryRepository history, Callers callers, Event<HistoryRecorded> announcements, Clock clock) {
        this.history = history;
        this.callers = callers;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Waits for a change of the object that is being recorded. What is read afterwards is its present state until this
     * transaction has recorded its own change; for those who record on an object that they do not lock.
     */
    public void hold(NodeId object) {
        history.hold(object);
    }

    public void record(Recorded object, String action) {
        record(object, action, Map.of());
    }

    /**
     * Keeps a new object, and records how it came to be. Its chain needs no holding: nobody else can know of the object, and
     * where a client made its id, the second row with that id fails.
     */
    public void begin(Recorded object, String action, Map<String, String> detail) {
        history.getEntityManager().persist(object);
        append(object, ChainEnd.OF_NOTHING, action, detail);
    }

    /**
     * @param action past tense of the domain verb, such as CONFIRMED
     * @param detail what the change was about; kept as text, covered by the hash
     */
    public void record(Recorded object, String action, Map<String, String> detail) {
        append(object, history.endForAppend(new NodeId(object.nodeType(), object.id())), action, detail);
    }

    private void append(Recorded object, ChainEnd last, String action, Map<String, String> detail) {
        HistoryEntry entry = new HistoryEntry(
                object,
                last.sequence() + 1,
                last.hash(),
                action,
                new TreeMap<>(detail),
                actor(object, action),
                clock.instant());
        history.append(entry);
        announcements.fire(new HistoryRecorded(object, entry));
    }

    /** A name that is not to be told is not written down. */
    private Caller actor(Recorded object, String action) {
        Caller caller = callers.current();
        return object.hides(caller.subject(), action) ? caller.unnamed() : caller;
    }
}
