package org.safetyledger.graphql.http;

import graphql.parser.ParserOptions;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;

/**
 * Bounds what a document may cost before it is understood. The engine parses with its library's defaults, whatever
 * its own setting says, so the limits are put into these defaults.
 */
@Startup
@Singleton
class ParserLimits {
    static final int CHARACTERS = 100_000;
    private static final int TOKENS = 10_000;
    private static final int WHITESPACE_TOKENS = 50_000;
    private static final int RULE_DEPTH = 200;

    /** The engine keeps this many of the documents that it runs, whatever their length. */
    private static final int KEPT_DOCUMENTS = 128;

    @PostConstruct
    void set() {
        System.setProperty("io.smallrye.graphql.execution.queryCacheMaxSize", Integer.toString(KEPT_DOCUMENTS));
        ParserOptions.setDefaultParserOptions(
                ParserOptions.getDefaultParserOptions().transform(ParserLimits::limit));
        ParserOptions.setDefaultOperationParserOptions(
                ParserOptions.getDefaultOperationParserOptions().transform(ParserLimits::limit));
    }

    private static void limit(ParserOptions.Builder options) {
        options.maxCharacters(CHARACTERS)
                .maxTokens(TOKENS)
                .maxWhitespaceTokens(WHITESPACE_TOKENS)
                .maxRuleDepth(RULE_DEPTH)
                .redactTokenParserErrorMessages(false);
    }
}
