package io.regulars.local;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import picocli.CommandLine;

/** Hands the console to every command that asks for it in its constructor. */
final class WithConsole implements CommandLine.IFactory {
    private final Console console;

    WithConsole(Console console) {
        this.console = console;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            Constructor<K> constructor = type.getDeclaredConstructor(Console.class);
            return constructor.newInstance(console);
        } catch (NoSuchMethodException plain) {
            return CommandLine.defaultFactory().create(type);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(type + " could not be made", failed.getCause());
        }
    }
}
