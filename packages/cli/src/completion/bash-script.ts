import { type CompletedCommand, firstWords, secondWords, takesValue } from './shell-words.ts';

/** Completion for bash 3.2 and newer, without other packages. */
export function bashScript(all: readonly CompletedCommand[]): string {
  const first = firstWords(all);
  const groups = first.filter((word) => secondWords(all, word).length > 0);
  const valued = [...new Set(all.flatMap(({ options }) => options.filter(takesValue)))];
  return `# grondslag completion bash: eval "$(grondslag completion bash)"
_grondslag() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local name="\${COMP_WORDS[1]}" words='' at=2
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=( $(compgen -W '${first.join(' ')}' -- "$current") )
    return
  fi
  case "$name" in
${groups
  .map(
    (group) =>
      `    ${group}) name="${group} \${COMP_WORDS[2]}"; at=3; words='${secondWords(all, group).join(' ')}' ;;`,
  )
  .join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 2 ] && [ "$at" -eq 3 ]; then
    COMPREPLY=( $(compgen -W "$words" -- "$current") )
    return
  fi
  case "$previous" in
    ${valued.join('|')}) COMPREPLY=( $(compgen -f -- "$current") ); return ;;
  esac
  case "$name" in
${all.map(({ name, options }) => `    '${name}') words='${options.join(' ')}' ;;`).join('\n')}
    *) words='' ;;
  esac
  case "$current" in
    -*) COMPREPLY=( $(compgen -W "$words" -- "$current") ) ;;
    *) COMPREPLY=( $(compgen -f -- "$current") ) ;;
  esac
}
complete -o filenames -F _grondslag grondslag
`;
}
