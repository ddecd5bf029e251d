package io.regulars.loyalty.programme.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.parser.CelUnparserFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** How a condition is built: how big it is, what it is joined of, what it looks at. */
final class Shape {

    private static final Set<CelKind> SCALARS = Set.of(CelKind.INT, CelKind.STRING, CelKind.BOOL);

    private final CelAbstractSyntaxTree tree;
    private final List<CelNavigableExpr> nodes;

    Shape(CelAbstractSyntaxTree tree) {
        this.tree = tree;
        this.nodes = CelNavigableAst.fromAst(tree).getRoot().allNodes().toList();
    }

    void requireWithinBounds(int minorDigits) {
        if (nodes.size() > Conditions.MOST_NODES) {
            throw new RefusedCondition("it has " + nodes.size() + " parts, and may have " + Conditions.MOST_NODES);
        }
        if (nodes.stream().anyMatch(node -> node.getKind() == Kind.STRUCT)) {
            throw new RefusedCondition("it makes a thing of its own; it can only ask about what is there");
        }
        long depth = nodes.stream().mapToLong(Shape::comprehensionDepth).max().orElse(0);
        if (depth > Conditions.DEEPEST_COMPREHENSION) {
            throw new RefusedCondition("it goes through a list in a list " + depth + " deep, and may go "
                    + Conditions.DEEPEST_COMPREHENSION + " deep");
        }
        if (nodes.stream().anyMatch(node -> joinsLists(node.expr()))) {
            throw new RefusedCondition("it joins lists; it can only look at those that are there");
        }
        for (CelNavigableExpr node : nodes) requireMoney(node.expr(), minorDigits);
    }

    /** Joining a list to what filter and map have found so far is their own doing. */
    private boolean joinsLists(CelExpr node) {
        if (!isCall(node, "_+_") || tree.getTypeOrThrow(node.id()).kind() != CelKind.LIST) return false;
        CelExpr first = node.call().args().get(0);
        return first.getKind() != Kind.IDENT || !first.ident().name().matches("(@|__).*");
    }

    private static void requireMoney(CelExpr node, int minorDigits) {
        if (!isCall(node, AllowedFunctions.MONEY)) return;
        CelExpr text = node.call().args().get(0);
        if (text.getKind() != Kind.CONSTANT) throw new RefusedCondition("money(…) takes a written amount");
        CelConstant written = text.constant();
        try {
            AllowedFunctions.minorUnits(written.stringValue(), minorDigits);
        } catch (ArithmeticException none) {
            throw new RefusedCondition("'" + written.stringValue() + "' is no amount of the programme's currency");
        }
    }

    private static long comprehensionDepth(CelNavigableExpr node) {
        long depth = 0;
        for (Optional<CelNavigableExpr> each = Optional.of(node);
                each.isPresent();
                each = each.get().parent()) {
            if (each.get().getKind() == Kind.COMPREHENSION) depth++;
        }
        return depth;
    }

    /** What must all hold, each as text. */
    List<String> conjuncts() {
        List<String> texts = new ArrayList<>();
        collect(tree.getExpr(), texts);
        return texts;
    }

    private void collect(CelExpr node, List<String> texts) {
        if (isCall(node, "_&&_")) {
            node.call().args().forEach(each -> collect(each, texts));
        } else {
            texts.add(CelUnparserFactory.newUnparser()
                    .unparse(CelAbstractSyntaxTree.newParsedAst(node, tree.getSource())));
        }
    }

    /** The numbers and words of the vocabulary it looks at, like {@code basket.total}. */
    Set<String> scalars() {
        return words(this::isScalar);
    }

    /** All words of the vocabulary it looks at. */
    Set<String> words() {
        return words(every -> true);
    }

    private Set<String> words(Predicate<CelExpr> wanted) {
        Set<String> words = new TreeSet<>();
        for (CelNavigableExpr node : nodes) {
            CelExpr expression = node.expr();
            if (expression.getKind() != Kind.SELECT || !wanted.test(expression)) continue;
            CelExpr operand = expression.select().operand();
            if (operand.getKind() != Kind.IDENT) continue;
            words.add(operand.ident().name() + "." + expression.select().field());
        }
        return words;
    }

    private boolean isScalar(CelExpr expression) {
        return tree.getType(expression.id())
                .map(CelType::kind)
                .filter(SCALARS::contains)
                .isPresent();
    }

    private static boolean isCall(CelExpr node, String function) {
        return node.getKind() == Kind.CALL && node.call().function().equals(function);
    }
}
