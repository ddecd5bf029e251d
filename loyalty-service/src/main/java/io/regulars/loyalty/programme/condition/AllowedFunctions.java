package io.regulars.loyalty.programme.condition;

import static dev.cel.checker.CelStandardDeclarations.StandardFunction.*;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The functions a condition may call: comparing, counting, whole numbers, texts. Nothing that makes texts or lists
 * longer ({@link Shape} sees to lists, which filter and map need), no regular expressions, no fractions, no clock.
 */
final class AllowedFunctions {

    private static final Set<StandardFunction> ALLOWED = EnumSet.of(
            IN,
            CONDITIONAL,
            NOT_STRICTLY_FALSE,
            LOGICAL_NOT,
            LOGICAL_OR,
            LOGICAL_AND,
            EQUALS,
            NOT_EQUALS,
            ADD,
            SUBTRACT,
            MULTIPLY,
            DIVIDE,
            MODULO,
            NEGATE,
            INDEX,
            SIZE,
            CONTAINS,
            STARTS_WITH,
            ENDS_WITH,
            LESS,
            LESS_EQUALS,
            GREATER,
            GREATER_EQUALS);

    private static final Pattern REFUSED = Pattern.compile(".*(double|uint|bytes|timestamp|duration).*|add_string");

    static final CelStandardDeclarations STANDARD = CelStandardDeclarations.newBuilder()
            .filterFunctions((function, overload) -> ALLOWED.contains(function)
                    && !REFUSED.matcher(overload.celOverloadDecl().overloadId()).matches())
            .build();

    static final String MONEY = "money";

    static final CelFunctionDecl MONEY_DECLARED = CelFunctionDecl.newFunctionDeclaration(
            MONEY, CelOverloadDecl.newGlobalOverload("money_string", SimpleType.INT, SimpleType.STRING));

    private AllowedFunctions() {}

    static CelFunctionBinding money(int minorDigits) {
        Map<String, Long> written = new ConcurrentHashMap<>(); // only what stands in a document ever gets here
        return CelFunctionBinding.from(
                "money_string",
                String.class,
                text -> written.computeIfAbsent(text, amount -> minorUnits(amount, minorDigits)));
    }

    /** {@code money('9.99')} in minor units; a text that is no money is refused when the document is saved. */
    static long minorUnits(String text, int minorDigits) {
        if (!text.matches("-?\\d{1,15}(\\.\\d{1,4})?")) throw new ArithmeticException("'" + text + "' is no money");
        return new BigDecimal(text).movePointRight(minorDigits).longValueExact();
    }
}
