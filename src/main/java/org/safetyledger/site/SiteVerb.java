package org.safetyledger.site;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** What is done with a site, by the authorities of its place. */
enum SiteVerb implements Verb<SiteVerb.Facts> {
    CORRECT("correctSite"),
    ADD_UNIT("addSiteUnit"),
    END_UNIT("endSiteUnit"),
    NAME_MAIN_UNIT("nameMainUnit"),
    CLOSE("closeSite");

    /** @param presentUnits how many enterprises are on it */
    @RegisterForReflection
    record Facts(Site.Status status, String divisionCode, int presentUnits) implements Verb.Facts {}

    private final Transition transition;

    SiteVerb(String mutation) {
        this.transition = new Transition(mutation, Permission.KEEP_SITES, Set.of(Site.Status.REGISTERED));
    }

    @Override
    public Transition transition() {
        return transition;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts site, Caller caller) {
        if (!caller.covers(site.divisionCode())) {
            return ErrorCode.OUTSIDE_JURISDICTION;
        }
        return this == CLOSE && site.presentUnits() > 0 ? ErrorCode.SITE_IN_USE : null;
    }
}
