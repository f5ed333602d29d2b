package org.safetyledger.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/**
 * The third wall's door: every transaction begins with one statement that takes the caller's PostgreSQL role and sets
 * the scope its row policies compare with; both end with the transaction.
 */
@ApplicationScoped
public class ScopedTransactions {
    private static final Logger LOG = Logger.getLogger(ScopedTransactions.class);
    private static final ScopedValue<Boolean> REQUEST = ScopedValue.newInstance();
    private static final String BACKGROUND = "select set_config('role', 'ledger_background', true)";
    private static final String BACKGROUND_AT =
            "select set_config('role', 'ledger_background', true), set_config('ledger.now', :moment, true)";

    private enum Kind {
        READ,
        WRITE
    }

    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;
    private final EntityManager entityManager;
    private final LateInserts lateInserts;
    private final RowScope scope;
    private final TierPlans plans;
    private final WriteTurns writes;
    private final Callers callers;
    private final Clock clock;

    ScopedTransactions(
            TransactionManager manager,
            TransactionSynchronizationRegistry registry,
            EntityManager entityManager,
            LateInserts lateInserts,
            RowScope scope,
            TierPlans plans,
            WriteTurns writes,
            Callers callers,
            Clock clock) {
        this.manager = manager;
        this.registry = registry;
        this.entityManager = entityManager;
        this.lateInserts = lateInserts;
        this.scope = scope;
        this.plans = plans;
        this.writes = writes;
        this.callers = callers;
        this.clock = clock;
    }

    /** Runs a whole request, whose reads share one transaction that ends with the request. */
    public <T> T request(Callable<T> work) throws Exception {
        try {
            return ScopedValue.where(REQUEST, true).call(work::call);
        } finally {
            endReads();
        }
    }

    /** Runs a read in the caller's scope: in the transaction that is open, else in a new one. */
    public <T> T read(Callable<T> work) throws Exception {
        if (isActive()) {
            return work.call();
        }
        begin(Kind.READ);
        try {
            T result = work.call();
            if (!REQUEST.isBound()) {
                endReads();
            }
            return result;
        } catch (Exception | Error failure) {
            rollback();
            throw failure;
        }
    }

    /**
     * Runs a command in the caller's scope in a transaction of its own. An exception says that all of it was undone, unless
     * it is the refusal {@link ErrorCode#OUTCOME_UNKNOWN}.
     */
    public <T> T write(Callable<T> work) throws Exception {
        if (isActive() && registry.getResource(Kind.class) == Kind.WRITE) {
            return work.call();
        }
        endReads();
        return writes.take(() -> {
            begin(Kind.WRITE);
            return complete(work);
        });
    }

    /** Runs a command as {@link #write} does, and undoes it. */
    public <T> T rehearse(Callable<T> work) throws Exception {
        begin(Kind.WRITE);
        try {
            T result = work.call();
            lateInserts.send();
            return result;
        } finally {
            rollback();
        }
    }

    /** Runs work of the service itself, which no caller asked for, under its explicit role. */
    public <T> T background(Callable<T> work) throws Exception {
        manager.begin();
        return complete(() -> {
            enterBackground();
            return work.call();
        });
    }

    private void enterBackground() {
        plans.enter(TierPlans.BACKGROUND);
        Instant moment = LedgerTime.toBeTold(clock);
        if (moment == null) {
            entityManager.createNativeQuery(BACKGROUND).getSingleResult();
        } else {
            entityManager
                    .createNativeQuery(BACKGROUND_AT)
                    .setParameter("moment", moment.toString())
                    .getSingleResult();
        }
    }

    /**
     * Work of the service itself within a caller's command, which has to be done whoever the caller is. What the caller did
     * until then is written before, so that its own policies have judged it. A failure undoes the command.
     */
    public <T> T asSystem(Supplier<T> work) {
        try {
            settle();
            plans.enter(TierPlans.BACKGROUND);
            entityManager.createNativeQuery(BACKGROUND).getSingleResult();
            T result = work.get();
            settle();
            String tier = callers.current().tier();
            entityManager
                    .createNativeQuery("select set_config('role', :tier, true)")
                    .setParameter("tier", tier)
                    .getSingleResult();
            plans.enter(tier);
            return result;
        } catch (RuntimeException | Error failure) {
            registry.setRollbackOnly();
            throw failure;
        }
    }

    private void settle() {
        entityManager.flush();
        lateInserts.send();
    }

    private <T> T complete(Callable<T> work) throws Exception {
        T result;
        try {
            result = work.call();
            lateInserts.send();
        } catch (Exception | Error failure) {
            rollback();
            throw failure;
        }
        try {
            manager.commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException failure) {
            if (CommitFailure.leavesOutcomeUnknown(failure)) {
                LOG.warn("The connection was lost while a command was committed", failure);
                throw Refusal.of(ErrorCode.OUTCOME_UNKNOWN);
            }
            throw failure;
        }
        return result;
    }

    private void begin(Kind kind) throws Exception {
        Caller caller = callers.current();
        manager.begin();
        try {
            registry.putResource(Kind.class, kind);
            if (kind == Kind.READ) {
                Session session = entityManager.unwrap(Session.class);
                session.setDefaultReadOnly(true);
                session.setHibernateFlushMode(FlushMode.MANUAL);
            }
            enterScope(caller, kind);
        } catch (RuntimeException failure) {
            rollback();
            throw failure;
        }
    }

    private void enterScope(Caller caller, Kind kind) {
        plans.enter(caller.tier());
        entityManager.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement entering = connection.prepareStatement(scope.statement(kind == Kind.READ))) {
                scope.bind(entering, caller);
                entering.execute();
            }
            if (kind == Kind.READ) {
                RunningRead.enter(connection);
            }
        });
    }

    /** What was read is read: whether the end of it arrives at the database does not matter. */
    private void endReads() throws SystemException {
        RunningRead.leave();
        if (!isActive()) {
            rollback();
            return;
        }
        try {
            manager.commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException failure) {
            LOG.debug("The connection was lost at the end of a read", failure);
        }
    }

    private boolean isActive() throws SystemException {
        return manager.getStatus() == Status.STATUS_ACTIVE;
    }

    private void rollback() throws SystemException {
        RunningRead.leave();
        if (manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
            manager.rollback();
        }
    }
}
