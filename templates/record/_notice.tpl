{{#NOTICE}}
<p class="notice" role="note">[[There is no English version of this page yet. You are reading the version in its original language:]] <span lang="{{NAME_TAG}}">{{NAME}}</span>.</p>
{{/NOTICE}}
