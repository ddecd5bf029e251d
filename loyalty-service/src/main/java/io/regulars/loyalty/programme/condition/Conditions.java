package io.regulars.loyalty.programme.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.regulars.loyalty.programme.condition.Vocabulary.Scope;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads conditions, in the Common Expression Language. They are type-checked, and bounded by size, never by time. */
public final class Conditions {

    public static final int LONGEST_SOURCE = 8_000;
    public static final int MOST_NODES = 2_000;
    public static final int DEEPEST_COMPREHENSION = 2;
    public static final int MOST_ITERATIONS = 10_000;
    private static final int DEEPEST_NESTING = 32;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(LONGEST_SOURCE)
            .maxParseRecursionDepth(DEEPEST_NESTING)
            .maxParseExpressionNodeCount(MOST_NODES)
            .comprehensionMaxIterations(MOST_ITERATIONS)
            .enableHeterogeneousNumericComparisons(true)
            .populateMacroCalls(true)
            .build();

    private static final Map<Integer, Conditions> BY_MINOR_DIGITS = new ConcurrentHashMap<>();

    private final int minorDigits;
    private final Map<Scope, CelCompiler> compilers = new EnumMap<>(Scope.class);
    private final CelRuntime runtime;

    private Conditions(int minorDigits) {
        this.minorDigits = minorDigits;
        for (Scope scope : Scope.values()) compilers.put(scope, compiler(scope));
        this.runtime = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(OPTIONS)
                .setTypeProvider(new Vocabulary())
                .addFunctionBindings(AllowedFunctions.money(minorDigits))
                .build();
    }

    /** Conditions on money with so many digits after the point. */
    public static Conditions inMinorDigits(int minorDigits) {
        return BY_MINOR_DIGITS.computeIfAbsent(minorDigits, Conditions::new);
    }

    private static CelCompiler compiler(Scope scope) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(AllowedFunctions.STANDARD)
                .addFunctionDeclarations(AllowedFunctions.MONEY_DECLARED)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(new Vocabulary())
                .setResultType(SimpleType.BOOL);
        scope.variables().forEach(builder::addVar);
        return builder.build();
    }

    /** The condition, ready to be asked; what is wrong with it is refused with a sentence. */
    public Condition read(String source, Scope scope) {
        if (source.isBlank()) throw new RefusedCondition("it is empty; leave the word out");
        CelAbstractSyntaxTree tree = checked(source, scope);
        Shape shape = new Shape(tree);
        shape.requireWithinBounds(minorDigits);
        List<Condition.Part> parts = shape.conjuncts().stream()
                .map(text -> part(text, checked(text, scope)))
                .toList();
        return new Condition(source, program(tree), parts, shape.words());
    }

    private Condition.Part part(String text, CelAbstractSyntaxTree tree) {
        return new Condition.Part(text, program(tree), new Shape(tree).scalars());
    }

    private CelAbstractSyntaxTree checked(String source, Scope scope) {
        CelValidationResult result = compilers.get(scope).compile(source);
        try {
            return result.getAst();
        } catch (CelValidationException unusable) {
            throw new RefusedCondition(firstLine(unusable.getMessage()));
        }
    }

    private CelRuntime.Program program(CelAbstractSyntaxTree tree) {
        try {
            return runtime.createProgram(tree);
        } catch (CelEvaluationException unusable) {
            throw new RefusedCondition(firstLine(unusable.getMessage()));
        }
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        String first = end < 0 ? message : message.substring(0, end);
        return first.replaceFirst("^ERROR: <input>:(\\d+):(\\d+): ", "line $1, column $2: ")
                .replaceFirst(
                        "^ERROR: <input>:-1:\\d+: .*size: (\\d+), limit (\\d+)",
                        "it has $1 characters, and may have $2")
                .replaceFirst("mismatched input '<EOF>' expecting .*", "it ends too early")
                .replaceFirst("For input string: \"(.*)\"", "$1 is too large a number");
    }
}
