package com.klinity.platform.modules;

import com.klinity.platform.database.OnlySql;
import com.klinity.platform.spi.Adapter;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An adapter as features have it: whatever it does is refused while the calling thread has a transaction open, and so is
 * what an object of its SPI does that it returned. Names and vendors are told at any time.
 *
 * <p>Interfaces of the SPI's package and streams are held so, in lists and optionals too; values pass as they are.
 */
final class OutsideTransactions implements InvocationHandler {

    private final Object adapter;
    private final Class<?> spi;

    private OutsideTransactions(Object adapter, Class<?> spi) {
        this.adapter = adapter;
        this.spi = spi;
    }

    /** The same, held to that. */
    static <A extends Adapter> A only(Class<A> type, A adapter) {
        return type.cast(proxy(type, adapter, type));
    }

    private static Object proxy(Class<?> type, Object object, Class<?> spi) {
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new OutsideTransactions(object, spi));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Class<?> owner = method.getDeclaringClass();
        if (owner == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        if (owner != Adapter.class) {
            OnlySql.refuse("a call of " + owner.getSimpleName() + "." + method.getName() + " of an adapter");
        }
        try {
            return held(method.getReturnType(), method.invoke(adapter, arguments));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @SuppressWarnings("ReferenceEquality") // a proxy is itself, and asking it would come back here
    private Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> spi.getSimpleName() + " of an adapter";
        };
    }

    private @Nullable Object held(Class<?> declared, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case InputStream stream -> declared.isAssignableFrom(HeldStream.class) ? new HeldStream(stream) : stream;
            case Optional<?> optional -> optional.map(this::held);
            case List<?> list -> list.stream().map(this::held).toList();
            default -> isOfSpi(declared) ? proxy(declared, value, spi) : held(value);
        };
    }

    /** What was declared wider than it is: held by the interface of the SPI that it has. */
    private Object held(Object value) {
        if (value instanceof InputStream stream) {
            return new HeldStream(stream);
        }
        for (Class<?> type = value.getClass();
                type != null && !value.getClass().isRecord();
                type = type.getSuperclass()) {
            for (Class<?> one : type.getInterfaces()) {
                if (isOfSpi(one)) {
                    return proxy(one, value, spi);
                }
            }
        }
        return value;
    }

    private boolean isOfSpi(Class<?> type) {
        return type.isInterface() && type.getPackageName().equals(spi.getPackageName());
    }
}
