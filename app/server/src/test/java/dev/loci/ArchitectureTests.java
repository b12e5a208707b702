package dev.loci;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("dev.loci");

	@Test
	void packagesUseOnlyWhatTheySayTheyUse() {
		ApplicationModules.of(Loci.class).verify();
	}

	@Test
	void nounsKnowNothingButTheLanguage() {
		check(classes().that()
			.resideInAPackage("dev.loci.memory")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", "org.springframework.modulith", "dev.loci.memory")
			.because("every package speaks in them, and none should bring its libraries along"));
	}

	@Test
	void sessionsOfTheDatabaseStayInOnePlace() {
		check(noClasses().that()
			.resideOutsideOfPackage("dev.loci.graph")
			.should()
			.dependOnClassesThat()
			.haveNameMatching("org\\.neo4j\\.driver\\.(Driver|Session|Transaction|GraphDatabase|SessionConfig)")
			.because("transactions are managed, retried and bookmarked in one place"));
	}

	@Test
	void packagesHaveNoSubPackages() {
		check(classes().should()
			.resideInAnyPackage("dev.loci", "dev.loci.*")
			.because("the listing of packages is the picture of the architecture"));
	}

	@Test
	void namesSayWhatAThingDoes() {
		check(noClasses().should()
			.haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto)")
			.because("such a name says nothing"));
	}

	private static void check(ArchRule rule) {
		rule.check(CLASSES);
	}

}
