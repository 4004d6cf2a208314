/** The command line: each subcommand is a class of the package it starts. */
@NullMarked
package io.trashpong.harness;

import org.jspecify.annotations.NullMarked;
