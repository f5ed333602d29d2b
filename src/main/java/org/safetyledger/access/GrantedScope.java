package org.safetyledger.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a system may have been granted beyond its role: a text among those of its token's claim {@code scope} (RFC 8693,
 * section 4.2). Texts that are not one of these are for others.
 */
public enum GrantedScope {
    /** The names of people who belong to enterprises. */
    PERSONAL_DATA("personal-data");

    private final String text;

    GrantedScope(String text) {
        this.text = text;
    }

    static Set<GrantedScope> of(List<String> texts) {
        Set<GrantedScope> granted = EnumSet.noneOf(GrantedScope.class);
        Arrays.stream(values()).filter(scope -> texts.contains(scope.text)).forEach(granted::add);
        return granted;
    }
}
