package io.regulars.engagement.template;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolvers;
import java.util.List;
import java.util.Set;

/**
 * The engine for words people edit. It is not the application's: it reaches the values it is given and nothing else,
 * knows no namespaces, no loops and no includes, so that whatever is written into a template ends as text.
 */
final class Wording {

    /** What a template may name; all of it plain text and numbers. */
    static final Set<String> VALUES = Set.of("programme", "tier", "balance");

    private static final Set<String> CHOICES = Set.of("or", "?:", "?", ":", "&&", "||");
    private static final int LONGEST = 8_192;
    private static final int DEEPEST = 10;

    private final Engine engine = Engine.builder()
            .addSectionHelper(new IfSectionHelper.Factory())
            .addValueResolvers(
                    ValueResolvers.mapperResolver(),
                    ValueResolvers.orResolver(),
                    ValueResolvers.trueResolver(),
                    ValueResolvers.logicalAndResolver(),
                    ValueResolvers.logicalOrResolver())
            .strictRendering(true)
            .build();

    /** Reads a text; refuses what is too long, too deep, or names what there is not. */
    Template read(String text) {
        if (text.length() > LONGEST) throw new BadWording("longer than " + LONGEST + " characters");
        if (depthOf(text) > DEEPEST) throw new BadWording("more than " + DEEPEST + " conditions inside each other");
        try {
            Template template = engine.parse(text);
            template.getExpressions().forEach(Wording::check);
            return template;
        } catch (TemplateException unreadable) {
            throw new BadWording(unreadable.getMessage());
        }
    }

    private static void check(Expression expression) {
        if (expression.isLiteral()) return;
        List<Expression.Part> parts = expression.getParts();
        boolean known =
                !expression.hasNamespace() && VALUES.contains(parts.get(0).getName());
        if (!known || !parts.stream().skip(1).allMatch(Wording::chooses)) {
            throw new BadWording("{" + expression.toOriginalString() + "} is not one of " + VALUES);
        }
    }

    /** {@code tier ?: 'x'} and the like: the only calls there are. */
    private static boolean chooses(Expression.Part part) {
        if (!part.isVirtualMethod() || !CHOICES.contains(part.getName())) return false;
        part.asVirtualMethod().getParameters().forEach(Wording::check);
        return true;
    }

    /** Counts before parsing: the parser itself works recursively. */
    private static int depthOf(String text) {
        int depth = 0;
        int deepest = 0;
        for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
            if (text.startsWith("{#", at)) deepest = Math.max(deepest, ++depth);
            if (text.startsWith("{/", at)) depth--;
        }
        return deepest;
    }

    /** The text is no template of ours, and why. */
    static final class BadWording extends RuntimeException {
        BadWording(String why) {
            super(why);
        }
    }
}
