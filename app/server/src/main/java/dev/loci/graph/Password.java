package dev.loci.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * The password of the embedded database: made once, kept in a file that its owner alone
 * may read, and made anew if that file is gone.
 */
record Password(Path file, String text) {

	static Password in(Path folder) {
		Path file = folder.resolve("neo4j-password");
		try {
			if (Files.exists(file)) {
				String text = Files.readString(file).strip();
				if (!text.isEmpty()) {
					return new Password(file, text);
				}
			}
			makeFolder(folder);
			return new Password(file, write(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The password file " + file + " can be neither read nor made", ex);
		}
	}

	private static String write(Path file) throws IOException {
		byte[] secret = new byte[24];
		new SecureRandom().nextBytes(secret);
		String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
		// Written aside and moved, so that a crash leaves no half of it; protected before
		// it holds anything.
		Path aside = file.resolveSibling(file.getFileName() + ".new");
		Files.deleteIfExists(aside);
		Files.createFile(aside, ownerOnly("rw-------"));
		Files.write(aside, (text + "\n").getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
		Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
		return text;
	}

	/**
	 * The database writes its files readable by all, so the folder is closed, unless
	 * somebody has made it already and knows why it is open.
	 */
	private static void makeFolder(Path folder) throws IOException {
		Path parent = folder.getParent();
		if (parent != null && !Files.exists(folder)) {
			Files.createDirectories(parent);
			Files.createDirectory(folder, ownerOnly("rwx------"));
		}
	}

	private static FileAttribute<?>[] ownerOnly(String permissions) {
		Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
		return views.contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

	@Override
	public String toString() {
		return "Password in " + this.file;
	}

}
