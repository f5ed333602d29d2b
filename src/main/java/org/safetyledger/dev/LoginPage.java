package org.safetyledger.dev;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/** The page at the end of an authorization request: one button per persona, no password. */
@Singleton
@IfBuildProfile("dev")
class LoginPage {
    private final String html;

    LoginPage(Personas personas) {
        String buttons = personas.all().stream().map(LoginPage::button).collect(Collectors.joining());
        html = StandFile.read("login.html")
                .replace("{{style}}", StandFile.read("stand.css"))
                .replace("{{personas}}", buttons);
    }

    String html() {
        return html;
    }

    private static String button(Persona persona) {
        return """
            <button class="persona" name="username" value="%s"><b>%s</b> <code>%s</code><span>%s · %s</span></button>
            """.formatted(
                        escaped(persona.subject()),
                        escaped(persona.name()),
                        escaped(persona.subject()),
                        escaped(persona.area().zh()),
                        escaped(persona.area().en()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
