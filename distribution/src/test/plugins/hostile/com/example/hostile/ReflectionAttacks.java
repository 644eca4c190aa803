package com.example.hostile;

import com.klinity.platform.database.AccountScope;
import com.klinity.platform.spi.Call;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;

/** Past the walls between modules. */
final class ReflectionAttacks {

    static final Map<String, Attack> ALL = Map.ofEntries(
            Map.entry("field-of-a-scope", ReflectionAttacks::field),
            Map.entry("method-of-a-scope", ReflectionAttacks::method),
            Map.entry("cast-of-a-scope", ReflectionAttacks::cast),
            Map.entry("constructor-of-the-core", ReflectionAttacks::constructor),
            Map.entry("private-lookup", ReflectionAttacks::privateLookup),
            Map.entry("add-opens", ReflectionAttacks::addOpens),
            Map.entry("implementation-of-add-opens", ReflectionAttacks::implementationOfAddOpens),
            Map.entry("layer-controller", ReflectionAttacks::layerController),
            Map.entry("stack-locals", ReflectionAttacks::stackLocals),
            Map.entry("unsafe", ReflectionAttacks::unsafe),
            Map.entry("reflection-factory", ReflectionAttacks::reflectionFactory));

    private ReflectionAttacks() {}

    private static Object field(Call call, Map<String, String> known) throws Throwable {
        Field lane = call.scope().getClass().getDeclaredField("lane");
        lane.setAccessible(true);
        return lane.get(call.scope());
    }

    private static Object method(Call call, Map<String, String> known) throws Throwable {
        Method method = call.scope().getClass().getMethod("coreSql", String.class);
        return method.invoke(call.scope(), "select 1");
    }

    /** Compiled with an export that the server does not grant. */
    private static Object cast(Call call, Map<String, String> known) {
        return ((AccountScope) call.scope()).coreSql("select 1");
    }

    private static Object constructor(Call call, Map<String, String> known) throws Throwable {
        Constructor<?> constructor = core("database.CoreKey").getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor;
    }

    private static Object privateLookup(Call call, Map<String, String> known) throws Throwable {
        return MethodHandles.privateLookupIn(core("database.CoreKey"), MethodHandles.lookup());
    }

    private static Object addOpens(Call call, Map<String, String> known) throws Throwable {
        Class<?> key = core("database.CoreKey");
        return key.getModule().addOpens(key.getPackageName(), ReflectionAttacks.class.getModule());
    }

    private static Object implementationOfAddOpens(Call call, Map<String, String> known) throws Throwable {
        Method method = Module.class.getDeclaredMethod("implAddOpens", String.class);
        method.setAccessible(true);
        return method.invoke(core("database.CoreKey").getModule(), "com.klinity.platform.database");
    }

    private static Object layerController(Call call, Map<String, String> known) throws Throwable {
        Constructor<?> controller = ModuleLayer.Controller.class.getDeclaredConstructor(ModuleLayer.class);
        controller.setAccessible(true);
        return controller.newInstance(ModuleLayer.boot());
    }

    /** Frames with the objects in them: another request's scope would be among those. */
    private static Object stackLocals(Call call, Map<String, String> known) throws Throwable {
        Method walker = Class.forName("java.lang.LiveStackFrame").getMethod("getStackWalker");
        walker.setAccessible(true);
        return walker.invoke(null);
    }

    private static Object unsafe(Call call, Map<String, String> known) throws Throwable {
        Field unsafe = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
        unsafe.setAccessible(true);
        return unsafe.get(null);
    }

    /** Makes any constructor accessible, so also the one of a lookup that may everything. */
    private static Object reflectionFactory(Call call, Map<String, String> known) throws Throwable {
        Class<?> type = Class.forName("sun.reflect.ReflectionFactory");
        Object factory = type.getMethod("getReflectionFactory").invoke(null);
        Constructor<?> trusted = MethodHandles.Lookup.class.getDeclaredConstructor(Class.class, Class.class, int.class);
        Constructor<?> open =
                (Constructor<?>) type.getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                        .invoke(factory, MethodHandles.Lookup.class, trusted);
        MethodHandles.Lookup lookup = (MethodHandles.Lookup) open.newInstance(Object.class, null, -1);
        Class<?> scope = call.scope().getClass();
        Object writer = lookup.findGetter(scope, "auditWriter", core("database.AuditWriter"))
                .invoke(call.scope());
        Object database = lookup.findGetter(writer.getClass(), "database", core("database.KeyedPool"))
                .invoke(writer);
        Object key = lookup.findVirtual(database.getClass(), "key", MethodType.methodType(core("database.CoreKey")))
                .invoke(database);
        return lookup.findVirtual(key.getClass(), "bytes", MethodType.methodType(byte[].class))
                .invoke(key);
    }

    private static Class<?> core(String name) throws ClassNotFoundException {
        return Class.forName("com.klinity.platform." + name);
    }
}
