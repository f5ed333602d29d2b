package org.safetyledger.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The messages of all error codes in English and simplified Chinese. */
@ApplicationScoped
public class Messages {
    private static final ScopedValue<Locale> LANGUAGE = ScopedValue.newInstance();

    private final ResourceBundle english = bundle(Locale.ENGLISH);
    private final ResourceBundle chinese = bundle(Locale.SIMPLIFIED_CHINESE);

    /** Runs the work in the language that the header asks for; English when it asks for neither. */
    public <T> T inLanguage(@Nullable String acceptLanguage, Supplier<T> work) {
        return ScopedValue.where(LANGUAGE, language(acceptLanguage)).call(work::get);
    }

    /** The language that the header asks for, under its name in {@code Content-Language}. */
    public static String tag(@Nullable String acceptLanguage) {
        return isChinese(language(acceptLanguage)) ? "zh-CN" : "en";
    }

    public Locale language() {
        return LANGUAGE.orElse(Locale.ENGLISH);
    }

    /** A text of the bundles in the language of the present request, for values that no bean makes. */
    public static String sentence(String key, Object... arguments) {
        ResourceBundle bundle = bundle(LANGUAGE.orElse(Locale.ENGLISH));
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }

    public String text(ErrorCode code, List<Object> arguments) {
        return format(code.name(), arguments);
    }

    public String text(Refusal refusal) {
        return text(refusal.code(), refusal.arguments());
    }

    public UserError userError(Refusal refusal) {
        List<ErrorDetail> details = refusal.details().entrySet().stream()
                .map(detail -> new ErrorDetail(detail.getKey(), detail.getValue()))
                .toList();
        return new UserError(refusal.code(), text(refusal), refusal.path(), details);
    }

    private String format(String key, List<Object> arguments) {
        ResourceBundle bundle = isChinese(language()) ? chinese : english;
        Object[] shown = arguments.stream()
                .map(argument -> argument instanceof String text ? Texts.shown(text) : argument)
                .toArray();
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(shown);
    }

    private static boolean isChinese(Locale language) {
        return language.getLanguage().equals("zh");
    }

    private static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(
                    Locale.LanguageRange.parse(acceptLanguage),
                    List.of(Locale.ENGLISH, Locale.CHINESE, Locale.SIMPLIFIED_CHINESE));
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("messages", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
