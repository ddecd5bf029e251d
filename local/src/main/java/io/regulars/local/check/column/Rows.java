package io.regulars.local.check.column;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many rows of one kind, kept column by column; a row is made anew whenever it is asked for, so millions fit. */
public final class Rows<R extends Record> implements Iterable<R> {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> kind) {
            return Shape.of(kind);
        }
    };

    private final Class<R> kind;
    private final Shape shape;
    private final Column[] columns;
    private int size;

    private Rows(Class<R> kind) {
        this.kind = kind;
        this.shape = SHAPES.get(kind);
        this.columns = Arrays.stream(shape.parts())
                .map(part -> Column.of(part.getReturnType()))
                .toArray(Column[]::new);
    }

    public static <R extends Record> Rows<R> of(Class<R> kind) {
        return new Rows<>(kind);
    }

    public void add(R row) {
        for (int i = 0; i < columns.length; i++) columns[i].add(shape.part(row, i));
        size++;
    }

    public R get(int index) {
        Object[] values = new Object[columns.length];
        for (int i = 0; i < values.length; i++) values[i] = columns[i].get(index);
        return kind.cast(shape.row(values));
    }

    public int size() {
        return size;
    }

    /** So many of them, from this one on. */
    public List<R> from(int first, int count) {
        List<R> some = new ArrayList<>(count);
        for (int i = first; i < first + count; i++) some.add(get(i));
        return some;
    }

    public Stream<R> stream() {
        return IntStream.range(0, size).mapToObj(this::get);
    }

    @Override
    public Iterator<R> iterator() {
        return stream().iterator();
    }

    /** How rows of a kind are taken apart and put together. */
    private record Shape(Method[] parts, Constructor<?> whole) {

        static Shape of(Class<?> kind) {
            RecordComponent[] components = kind.getRecordComponents();
            Method[] parts =
                    Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            for (Method part : parts) part.setAccessible(true);
            try {
                Constructor<?> whole = kind.getDeclaredConstructor(types);
                whole.setAccessible(true);
                return new Shape(parts, whole);
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(kind + " is not a record", impossible);
            }
        }

        Object part(Object row, int index) {
            try {
                return parts[index].invoke(row);
            } catch (ReflectiveOperationException hidden) {
                throw new IllegalStateException(hidden);
            }
        }

        Object row(Object[] values) {
            try {
                return whole.newInstance(values);
            } catch (ReflectiveOperationException hidden) {
                throw new IllegalStateException(hidden);
            }
        }
    }
}
