package org.safetyledger.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Refusal;

/**
 * Dated grants: who sees an object beyond its own place, and what hangs on it, from when until when. They are given with
 * something, such as a transfer, by which they are changed later. The moment of the transaction tells what holds now.
 */
@ApplicationScoped
public class Grants {
    private static final String GIVE =
            "insert into object_grant (id, object_type, object_id, grantee_kind, grantee, starts_at,"
                    + " ends_at, acts_from, source_type, source_id) select :id, :type, :object, :kind, :grantee, s.starts_at,"
                    + " cast(nullif(:endsAt, '') as timestamptz),"
                    + " greatest(cast(nullif(:actsFrom, '') as timestamptz), case when :actsFrom <> '' then s.starts_at end),"
                    + " :sourceType, :source"
                    + " from (select coalesce(cast(nullif(:startsAt, '') as timestamptz), ledger_moment()) starts_at) s";

    private final EntityManager entityManager;
    private final ActiveGrantees grantees;

    Grants(EntityManager entityManager, ActiveGrantees grantees) {
        this.entityManager = entityManager;
        this.grantees = grantees;
    }

    /**
     * How long, and for what.
     *
     * @param startsAt null for now
     * @param actsFrom from when on the object may be changed, too; null where it is only read
     * @param endsAt null for good
     */
    public record Term(
            @Nullable Instant startsAt,
            @Nullable Instant actsFrom,
            @Nullable Instant endsAt) {
        public Term {
            if (startsAt != null && endsAt != null && endsAt.isBefore(startsAt)) {
                throw Refusal.at("endsAt", ErrorCode.END_BEFORE_START);
            }
        }

        /** From now on, to be read, and to be changed from that moment on. */
        public static Term actingFrom(@Nullable Instant moment) {
            return new Term(null, moment, null);
        }
    }

    public void give(NodeId object, Grantee to, Term term, NodeId givenWith) {
        grantees.expect(to);
        entityManager
                .createNativeQuery(GIVE)
                .setParameter("id", NodeId.newUuid())
                .setParameter("type", object.type().name())
                .setParameter("object", object.uuid())
                .setParameter("kind", to.kind().name())
                .setParameter("grantee", to.code())
                .setParameter("startsAt", text(term.startsAt()))
                .setParameter("actsFrom", text(term.actsFrom()))
                .setParameter("endsAt", text(term.endsAt()))
                .setParameter("sourceType", givenWith.type().name())
                .setParameter("source", givenWith.uuid())
                .executeUpdate();
    }

    private static String text(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }

    /** From now on the objects that were given with it may be changed by whom they were given. */
    public void letAct(NodeId givenWith) {
        change("acts_from = greatest(starts_at, ledger_now())", givenWith).executeUpdate();
    }

    /** What was given with it is given no more. */
    public void end(NodeId givenWith) {
        change("ends_at = ledger_moment()", givenWith).executeUpdate();
    }

    /** What was given with it, and has no end yet, is given until then. */
    public void endAt(NodeId givenWith, Instant moment) {
        change("ends_at = greatest(starts_at, cast(:moment as timestamptz))", givenWith)
                .setParameter("moment", moment.toString())
                .executeUpdate();
    }

    /** From now on nobody sees the object by what was granted until a later day; what had not begun never does. */
    public void withdraw(NodeId object) {
        withdraw(object, "").executeUpdate();
    }

    /** From now on they do not see the object any more by what was granted to them until a later day. */
    public void withdraw(NodeId object, Grantee from) {
        withdraw(object, " and grantee_kind = :kind and grantee = :grantee")
                .setParameter("kind", from.kind().name())
                .setParameter("grantee", from.code())
                .executeUpdate();
    }

    private Query withdraw(NodeId object, String whose) {
        return entityManager
                .createNativeQuery("update object_grant set ends_at = greatest(starts_at, ledger_moment())"
                        + " where object_type = :type and object_id = :object and ends_at > ledger_moment()" + whose)
                .setParameter("type", object.type().name())
                .setParameter("object", object.uuid());
    }

    private Query change(String change, NodeId givenWith) {
        return entityManager
                .createNativeQuery("update object_grant set " + change
                        + " where source_id = :source and source_type = :type and ends_at is null")
                .setParameter("source", givenWith.uuid())
                .setParameter("type", givenWith.type().name());
    }
}
