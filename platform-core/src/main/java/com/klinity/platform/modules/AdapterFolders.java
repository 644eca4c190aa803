package com.klinity.platform.modules;

import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adapters that lie in folders of their own, {@code adapters/<name>/} and {@code plugins/<name>/}, each with the jars it
 * needs beside it. Only a folder that the settings name is ever opened.
 */
public final class AdapterFolders implements AdapterSource {

    private final List<Path> roots;

    /** Below these folders; one that does not exist is an empty one. */
    public AdapterFolders(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    @Override
    public <A extends Adapter> LoadedAdapter<A> load(Class<A> type, String name) {
        List<Path> found = all().filter(folder -> name(folder).equals(name)).toList();
        if (found.isEmpty()) {
            throw new StartFailure("adapter '" + name + "' is not installed; there is: " + installed());
        }
        if (found.size() > 1) {
            throw new StartFailure(
                    "adapter '" + name + "' is there " + found.size() + " times, in " + found + "; remove all but one");
        }
        return new LoadedAdapter<>(
                new AdapterLayer(found.getFirst()).provider(type, name),
                found.getFirst().toString());
    }

    /** Every adapter folder there is, loaded or not. */
    public Stream<Path> all() {
        return roots.stream().filter(Files::isDirectory).flatMap(AdapterFolders::children);
    }

    @Override
    public Set<String> names() {
        return all().map(AdapterFolders::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private String installed() {
        Set<String> names = names();
        return names.isEmpty() ? "none, in " + roots : String.join(", ", names);
    }

    private static Stream<Path> children(Path root) {
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(Files::isDirectory).toList().stream();
        } catch (IOException e) {
            throw new StartFailure("cannot read the folder " + root + ": " + e.getMessage(), e);
        }
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }
}
