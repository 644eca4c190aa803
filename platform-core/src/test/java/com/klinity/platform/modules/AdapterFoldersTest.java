package com.klinity.platform.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops a start when an adapter folder is not as the settings say. */
class AdapterFoldersTest {

    @TempDir
    private Path home;

    /** A kind of adapter that no folder here provides. */
    interface Telegraph extends Adapter {}

    @Test
    void a_name_that_no_folder_has_is_told_with_those_there_are() throws IOException {
        folder("adapters/alpha");
        folder("plugins/beta");
        assertEquals("adapter 'gamma' is not installed; there is: alpha, beta", fault("gamma"));
    }

    @Test
    void an_installation_without_any_folder_says_where_it_looked() {
        assertTrue(fault("gamma").startsWith("adapter 'gamma' is not installed; there is: none, in ["));
    }

    @Test
    void a_name_that_two_folders_have_is_not_chosen_between() throws IOException {
        folder("adapters/alpha");
        folder("plugins/alpha");
        assertTrue(fault("alpha").startsWith("adapter 'alpha' is there 2 times, in ["));
    }

    @Test
    void a_folder_that_provides_nothing_of_the_kind_is_named() throws IOException {
        Path folder = folder("adapters/alpha");
        assertEquals("adapter folder " + folder + " cannot be used: it provides nothing for Telegraph", fault("alpha"));
    }

    @Test
    void a_folder_with_a_broken_jar_is_named() throws IOException {
        Path folder = folder("adapters/alpha");
        Files.writeString(folder.resolve("alpha.jar"), "no jar");
        assertTrue(fault("alpha").startsWith("adapter folder " + folder + " cannot be used: "));
    }

    private Path folder(String path) throws IOException {
        return Files.createDirectories(home.resolve(path));
    }

    private String fault(String name) {
        AdapterFolders folders = new AdapterFolders(List.of(home.resolve("adapters"), home.resolve("plugins")));
        List<String> faults = assertThrows(StartFailure.class, () -> folders.load(Telegraph.class, name))
                .faults();
        assertEquals(1, faults.size());
        return faults.getFirst();
    }
}
