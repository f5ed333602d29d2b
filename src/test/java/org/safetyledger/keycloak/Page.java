package org.safetyledger.keycloak;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server answered a browser with. */
record Page(URI address, int status, String body, Optional<String> location) {
    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");

    boolean isRedirect() {
        return status / 100 == 3;
    }

    URI redirect() {
        return address.resolve(location.orElseThrow(() -> new AssertionError("No redirect but " + status + body)));
    }

    /** Where the page's form is sent to. */
    URI form() {
        Matcher form = FORM.matcher(body);
        if (!form.find()) {
            throw new AssertionError("No form in " + address + ": " + body);
        }
        return address.resolve(form.group(1).replace("&amp;", "&"));
    }
}
