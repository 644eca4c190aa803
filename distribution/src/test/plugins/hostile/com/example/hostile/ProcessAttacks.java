package com.example.hostile;

import com.klinity.platform.spi.Call;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.management.ObjectName;

/** Through the process that everything runs in. */
final class ProcessAttacks {

    static final Map<String, Attack> ALL = Map.of(
            "native-library", ProcessAttacks::nativeLibrary,
            "native-call", ProcessAttacks::nativeCall,
            "native-memory", ProcessAttacks::nativeMemory,
            "heap-dump", ProcessAttacks::heapDump,
            "agent", ProcessAttacks::agent,
            "attach", ProcessAttacks::attach,
            "hunt", ProcessAttacks::hunt);

    private ProcessAttacks() {}

    private static Object nativeLibrary(Call call, Map<String, String> known) {
        System.load("/lib/x86_64-linux-gnu/libc.so.6");
        return "loaded";
    }

    private static Object nativeCall(Call call, Map<String, String> known) throws Throwable {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                        linker.defaultLookup().find("getpid").orElseThrow(),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT))
                .invoke();
    }

    private static Object nativeMemory(Call call, Map<String, String> known) {
        return MemorySegment.ofAddress(4096).reinterpret(Long.MAX_VALUE);
    }

    private static Object heapDump(Call call, Map<String, String> known) throws Throwable {
        Path dump = Files.createTempDirectory("hostile-").resolve("heap.hprof");
        return ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
                        "dumpHeap",
                        new Object[] {dump.toString(), true},
                        new String[] {"java.lang.String", "boolean"});
    }

    private static Object agent(Call call, Map<String, String> known) throws Throwable {
        return ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "jvmtiAgentLoad",
                        new Object[] {new String[] {"/tmp/agent.so"}},
                        new String[] {String[].class.getName()});
    }

    private static Object attach(Call call, Map<String, String> known) throws Throwable {
        return Class.forName("com.sun.tools.attach.VirtualMachine")
                .getMethod("attach", String.class)
                .invoke(null, Long.toString(ProcessHandle.current().pid()));
    }

    /** Where a secret that the test knows can be read. */
    private static Object hunt(Call call, Map<String, String> known) throws Throwable {
        Map<String, String> places = new TreeMap<>();
        places.put("environment", System.getenv().toString());
        places.put("properties", System.getProperties().toString());
        places.put(
                "arguments",
                ManagementFactory.getRuntimeMXBean().getInputArguments().toString());
        places.put(
                "system properties bean",
                ManagementFactory.getRuntimeMXBean().getSystemProperties().toString());
        for (String file : List.of("environ", "cmdline", "fd/3")) {
            places.put(file, text(Path.of("/proc/self", file)));
        }
        try (Stream<Path> files = Files.walk(Path.of(known.get("home")))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                places.put(file.toString(), Files.size(file) < 10_000_000 ? text(file) : "");
            }
        }
        places.values().removeIf(found -> !found.contains(known.get("secret")));
        return places.keySet();
    }

    private static String text(Path file) throws Exception {
        return Files.isReadable(file) ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) : "";
    }
}
