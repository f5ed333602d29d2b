package org.safetyledger.supervision.bulletin;

import static org.safetyledger.supervision.bulletin.Bulletin.Status.*;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of a bulletin; each is for the authority that issues it. */
enum BulletinVerb implements Verb<BulletinVerb.Facts> {
    /** What was signed is drafted again by it: a signature is of one text. */
    REVISE("reviseBulletin", Permission.DRAFT_BULLETIN, EnumSet.of(DRAFT, SIGNED)),
    SIGN("signBulletin", Permission.SIGN_BULLETIN, EnumSet.of(DRAFT)) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts bulletin, Caller caller) {
            return bulletin.authors().contains(caller.subject())
                    ? ErrorCode.DRAFTER_CANNOT_SIGN
                    : super.furtherObjection(bulletin, caller);
        }
    },
    PUBLISH("publishBulletin", Permission.DRAFT_BULLETIN, EnumSet.of(SIGNED));

    /** @param authors subjects of those who drafted or revised it */
    @RegisterForReflection
    record Facts(Bulletin.Status status, String divisionCode, List<String> authors) implements Verb.Facts {}

    private final Transition transition;

    BulletinVerb(String mutation, Permission permission, Set<Bulletin.Status> from) {
        this.transition = new Transition(mutation, permission, from);
    }

    @Override
    public Transition transition() {
        return transition;
    }

    /** A city sees the bulletins of its counties, and leaves them to them. */
    @Override
    public @Nullable ErrorCode furtherObjection(Facts bulletin, Caller caller) {
        return caller.division().equals(bulletin.divisionCode()) ? null : ErrorCode.NOT_THE_AUTHORITY;
    }
}
