import { type CompletedCommand, firstWords, secondWords, takesValue } from './shell-words.ts';

/** Completion for zsh, by its own `compadd` and `_files`. */
export function zshScript(all: readonly CompletedCommand[]): string {
  const first = firstWords(all);
  const groups = first.filter((word) => secondWords(all, word).length > 0);
  const valued = [...new Set(all.flatMap(({ options }) => options.filter(takesValue)))];
  return `#compdef grondslag
# grondslag completion zsh: eval "$(grondslag completion zsh)", after compinit
_grondslag() {
  local name="\${words[2]}"
  if (( CURRENT == 2 )); then
    compadd -- ${first.join(' ')}
    return
  fi
  case "$name" in
${groups
  .map(
    (group) => `    ${group})
      if (( CURRENT == 3 )); then compadd -- ${secondWords(all, group).join(' ')}; return; fi
      name="${group} \${words[3]}" ;;`,
  )
  .join('\n')}
  esac
  case "\${words[CURRENT-1]}" in
    ${valued.join('|')}) _files; return ;;
  esac
  if [[ "$PREFIX" != -* ]]; then _files; return; fi
  case "$name" in
${all
  .filter(({ options }) => options.length > 0)
  .map(({ name, options }) => `    '${name}') compadd -- ${options.join(' ')} ;;`)
  .join('\n')}
  esac
}
compdef _grondslag grondslag
`;
}
